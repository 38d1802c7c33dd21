import { untrack } from 'svelte';
import { colocationFacts, rankColocation, type ColocationFacts } from '../analysis/colocation.ts';
import { coverage } from '../analysis/coverage.ts';
import type { AnalysisFacts } from '../analysis/data-caveats.ts';
import { distances } from '../analysis/distances.ts';
import { outreachFacts, rankOutreach, type OutreachFacts } from '../analysis/outreach.ts';
import type { ReachLand } from '../analysis/reach-land.ts';
import { reach } from '../analysis/reach.ts';
import { writeJourneys, type TravelFacts, type TravelSettings } from '../analysis/travel.ts';
import type { Project } from '../model/project.ts';
import type { CoverageResult, DistancesResult, ReachResult } from '../model/results.ts';
import type { SeasonalWay } from '../model/tables.ts';
import type { GraphOrigin } from '../network/road-graph.ts';
import type { Place, RouteAnswer } from '../network/route.ts';
import type { ArrowConnector, Connector } from '../tables/connector.ts';
import { openDuckDbWasm } from '../tables/connectors/duckdb-wasm.ts';
import { loadProject } from '../tables/load-project.ts';
import type { GraphFile } from '../workers/travel-time.ts';
import { isAsked, type AskedTask, type Phase, type Questions } from './asked.ts';
import { giveWay } from './give-way.ts';
import type { Originals } from './originals.ts';
import { ProjectTravel } from './project-travel.ts';
import type { Task, View } from './view-url.ts';

type RankWeights = Pick<View, 'colocationWeights' | 'outreachWeights'>;

interface Loaded {
  readonly project: Project;
  readonly graph: GraphFile | null;
  readonly travel: TravelFacts;
  /** What travel between points found; null while those journeys, which few questions ask for, are not in the engine. */
  betweenPoints: TravelFacts | null;
  /** The same of travel out from the points. */
  fromPoints: TravelFacts | null;
}

/** What answering a question needs. */
interface Asking {
  connector: Connector;
  questions: Questions;
  loaded: Loaded;
  facts: AnalysisFacts;
  signal: AbortSignal;
}

/** What the journeys of a loaded project depend on. */
const groundOf = ({ project, graph, travel }: Loaded) => ({
  tables: project.tables,
  graph,
  closed: travel.closed,
});

const factsOf = ({ project, travel }: Loaded): AnalysisFacts => ({ asOf: project.asOf, travel });

/** What was worked out, unless nobody waits for it any more. */
async function unlessAborted<Found>(signal: AbortSignal, work: Promise<Found>): Promise<Found> {
  const found = await work;
  signal.throwIfAborted();
  return found;
}

/**
 * What is computed from the project and the view. The newest request wins: each call aborts the one before, and
 * nothing of an aborted call is ever shown.
 */
export class Results {
  phase = $state.raw<Phase>({ kind: 'starting' });
  readonly #weights: () => RankWeights;
  readonly #travel: ProjectTravel;
  coverage = $state.raw<CoverageResult | null>(null);
  colocationFacts = $state.raw<ColocationFacts | null>(null);
  outreachFacts = $state.raw<OutreachFacts | null>(null);
  distances = $state.raw<DistancesResult | null>(null);
  reach = $state.raw<ReachResult | null>(null);
  /** The land of `reach`; null while it is drawn, and without roads. */
  land = $state.raw<ReachLand | null>(null);
  /** Moving a weight ranks again at once: no query is asked. */
  readonly colocation = $derived.by(
    () => this.colocationFacts && rankColocation(this.colocationFacts, this.#weights().colocationWeights),
  );
  readonly outreach = $derived.by(
    () => this.outreachFacts && rankOutreach(this.outreachFacts, this.#weights().outreachWeights),
  );
  /** Origin of the road graph in use; null where distances are estimates. */
  graphOrigin = $state.raw<GraphOrigin | null>(null);

  /** The project that the engine holds, with what travel found; changes when a project is ready to be asked. */
  loaded = $state.raw<Loaded | null>(null);

  /** The project whose rows and journeys the engine holds whole; null while it is being filled: a question then fails. */
  held = $state.raw<Project | null>(null);

  #engine: Promise<ArrowConnector> | null = null;
  #load: Promise<void> = Promise.resolve();

  /** `weights` are those of the view, which a ranking follows; roads of a person's own are among the `originals`. */
  constructor(weights: () => RankWeights, originals: Originals) {
    this.#weights = weights;
    this.#travel = new ProjectTravel(originals);
  }

  /** Starts the engine once, as early as the page can; a failed start can be tried again. */
  start(): Promise<ArrowConnector> {
    this.#engine ??= openDuckDbWasm().catch((cause: unknown) => {
      this.#engine = null;
      throw cause;
    });
    return this.#engine;
  }

  /**
   * Loads a project and computes its travel times, with some ways closed, while the engine starts. A load waits for the one it takes the place
   * of, which ends at its next step: two would fill the same tables.
   */
  load(project: Project, closed: readonly SeasonalWay[], signal: AbortSignal): Promise<void> {
    // Untracked: an effect that loads must not run again because a load ended.
    const { held, loaded } = untrack(() => ({ held: this.held, loaded: this.loaded }));
    const isSame = held && sameData(held, project) && sameWays(closed, loaded?.travel.closed ?? []);
    if (isSame && held !== project) {
      this.held = project;
      return this.#load;
    }
    const before = this.#load;
    this.#load = this.#guard('project', signal, async () => {
      const graph = this.#travel.graphOf(project);
      const opening = this.#travel.about(graph);
      // The page is drawn with the new project before its places are gathered.
      const [about] = await Promise.all([opening, before, giveWay()]);
      signal.throwIfAborted();
      this.held = null;
      const [journeys, connector] = await Promise.all([
        this.#travel.toPoints({ tables: project.tables, graph, closed }, this.#watched(signal)),
        this.#fill(project, signal),
      ]);
      signal.throwIfAborted();
      await writeJourneys(connector, journeys, signal);
      this.graphOrigin = about;
      // Answers about other rows would stand under this project's names until the next question.
      [this.coverage, this.colocationFacts, this.outreachFacts] = [null, null, null];
      [this.distances, this.reach, this.land] = [null, null, null];
      this.loaded = { project, graph, travel: journeys.facts, betweenPoints: null, fromPoints: null };
      this.held = project;
    });
    return this.#load;
  }

  async #fill(project: Project, signal: AbortSignal): Promise<Connector> {
    const connector = await this.#engineOrFail();
    signal.throwIfAborted();
    this.phase = { kind: 'loading' };
    await loadProject(connector, project.tables, signal);
    return connector;
  }

  #watched(signal: AbortSignal): TravelSettings {
    const onProgress = (done: number, total: number) => {
      if (!signal.aborted) this.phase = { kind: 'travelling', done, total };
    };
    return { signal, onProgress };
  }

  /**
   * Answers the question of a task, unless the engine is being filled: abort what was asked before, and ask once a project is
   * held. Tasks without a question have nothing to compute.
   */
  async ask(task: Task, questions: Questions, signal: AbortSignal): Promise<void> {
    const { loaded } = this;
    if (!loaded || untrack(() => this.held) === null) return;
    const answer = isAsked(task) ? this.#answers[task] : null;
    if (!answer) {
      this.phase = { kind: 'ready' };
      return;
    }
    await this.#guard('analysis', signal, async () => {
      const connector = await this.#engineOrFail();
      this.phase = { kind: 'computing' };
      await answer({ connector, questions, loaded, facts: factsOf(loaded), signal });
      signal.throwIfAborted();
      this.phase = { kind: 'ready' };
    });
  }

  readonly #answers: { readonly [Asked in AskedTask]: (asking: Asking) => Promise<void> } = {
    coverage: async ({ connector, questions, facts, signal }) => {
      this.coverage = await unlessAborted(signal, coverage(connector, questions.coverage, facts, signal));
    },
    outreach: async ({ connector, questions, facts, signal }) => {
      const found = outreachFacts(connector, questions.outreach, facts, signal);
      this.outreachFacts = await unlessAborted(signal, found);
    },
    colocation: async (asking) => {
      const facts = await this.#betweenPoints(asking);
      const { connector, questions, signal } = asking;
      const found = colocationFacts(connector, questions.colocation, facts, signal);
      this.colocationFacts = await unlessAborted(signal, found);
    },
    distances: async (asking) => {
      const facts = await this.#betweenPoints(asking);
      const { connector, questions, signal } = asking;
      this.distances = await unlessAborted(signal, distances(connector, questions.distances, facts, signal));
    },
    reach: async (asking) => {
      const { connector, questions, signal } = asking;
      const isOut = questions.reach.direction === 'from point';
      const facts = isOut ? await this.#fromPoints(asking) : asking.facts;
      const found = await unlessAborted(signal, reach(connector, questions.reach, facts, signal));
      // Land of another question would stand beside these numbers.
      [this.reach, this.land] = [found, null];
      this.land = await this.#landOf(found, asking);
    },
  };

  /** The journeys between points are computed when a question first needs them; gives what its answer rests on. */
  async #betweenPoints({ connector, loaded, facts, signal }: Asking): Promise<AnalysisFacts> {
    if (!loaded.betweenPoints) {
      const journeys = await this.#travel.betweenPoints(groundOf(loaded), this.#watched(signal));
      await writeJourneys(connector, journeys, signal);
      loaded.betweenPoints = journeys.facts;
    }
    return { ...facts, travel: loaded.betweenPoints };
  }

  /** The journeys out from the points, in the same way. */
  async #fromPoints({ connector, loaded, facts, signal }: Asking): Promise<AnalysisFacts> {
    if (!loaded.fromPoints) {
      const journeys = await this.#travel.fromPoints(groundOf(loaded), this.#watched(signal));
      await writeJourneys(connector, journeys, signal);
      loaded.fromPoints = journeys.facts;
    }
    return { ...facts, travel: loaded.fromPoints };
  }

  async #landOf({ question, points }: ReachResult, { loaded, signal }: Asking): Promise<ReachLand | null> {
    const pointIds = new Set(points.map(({ pointId }) => pointId));
    const onProgress = (share: number) => {
      if (!signal.aborted) this.phase = { kind: 'drawing', share };
    };
    onProgress(0);
    const { minutes, direction } = question;
    return unlessAborted(
      signal,
      this.#travel.land(groundOf(loaded), { pointIds, minutes, direction }, { signal, onProgress }),
    );
  }

  /** The fastest way between two places by the roads of the project; null without roads. Rejects as the client does. */
  async route(from: Place, to: Place, signal: AbortSignal): Promise<RouteAnswer | null> {
    const { loaded } = this;
    return loaded && this.#travel.route(groundOf(loaded), from, to, signal);
  }

  /** Says that the person stopped the computing; the last results stand. */
  cancelled(): void {
    this.phase = { kind: 'cancelled' };
  }

  async #engineOrFail(): Promise<ArrowConnector> {
    try {
      return await this.start();
    } catch (cause) {
      throw new EngineFailure(cause);
    }
  }

  /** An abort is silent; anything else is a phase that the page shows. */
  async #guard(step: 'project' | 'analysis', signal: AbortSignal, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (cause) {
      if (signal.aborted) return;
      this.phase =
        cause instanceof EngineFailure
          ? { kind: 'failed', step: 'engine', cause: cause.cause }
          : { kind: 'failed', step, cause };
    }
  }
}

/** Whether two projects give the same rows and journeys: a name or a saved query changes neither. */
const sameData = (a: Project, b: Project) =>
  a.tables === b.tables && a.graph === b.graph && a.asOf === b.asOf;

/** In the model's order, so that two lists of the same ways are equal one by one. */
const sameWays = (a: readonly SeasonalWay[], b: readonly SeasonalWay[]) => a.join() === b.join();

class EngineFailure extends Error {
  constructor(cause: unknown) {
    super('the engine did not start', { cause });
  }
}
