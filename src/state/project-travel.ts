import { reachLand, type LandQuestion, type LandSettings, type ReachLand } from '../analysis/reach-land.ts';
import {
  computePointTravel,
  computeTravel,
  computeTravelBack,
  type Journeys,
  type MatrixShelf,
  type TravelSettings,
} from '../analysis/travel.ts';
import type { Project } from '../model/project.ts';
import type { ProjectTables, SeasonalWay } from '../model/tables.ts';
import type { GraphOrigin } from '../network/road-graph.ts';
import type { Place, RouteAnswer } from '../network/route.ts';
import { defaultSnapKilometres } from '../network/travel-types.ts';
import { travelTimeWorker, type GraphFile, type TravelTimeClient } from '../workers/travel-time.ts';
import { KeptMatrices } from './kept-matrices.ts';
import { graphFileOf } from './opening.ts';
import type { Originals } from './originals.ts';

/** What journeys depend on: the roads, the ways that are closed, the places, and the journeys of other tools. */
interface Ground {
  tables: ProjectTables;
  graph: GraphFile | null;
  closed: readonly SeasonalWay[];
}

const isSame = (a: Ground, b: Ground) =>
  a.graph === b.graph &&
  a.closed.join() === b.closed.join() &&
  a.tables.area === b.tables.area &&
  a.tables.service_point === b.tables.service_point &&
  a.tables.journey === b.tables.journey;

/** More journeys than this are found again rather than kept: 34 bytes each. */
const mostKept = 1_000_000;

/** The latest answers to one kind of question, by what they depend on. */
class Latest<Answer> {
  #kept: { ground: Ground; question: string; answer: Answer }[] = [];

  constructor(private readonly most: number) {}

  async of(ground: Ground, question: string, find: () => Promise<Answer>): Promise<Answer> {
    const known = this.#kept.find((one) => one.question === question && isSame(one.ground, ground));
    const answer = known ? known.answer : await find();
    const others = this.#kept.filter((one) => one !== known);
    this.#kept = [{ ground, question, answer }, ...others].slice(0, this.most);
    return answer;
  }

  /** Forgets what is too large to keep. */
  drop(isTooLarge: (answer: Answer) => boolean): void {
    this.#kept = this.#kept.filter(({ answer }) => !isTooLarge(answer));
  }
}

const isTooLarge = ({ matrix }: Journeys) => matrix.origin.length > mostKept;

/**
 * Journeys, land and routes of the open project. What was found is kept until roads, places or closed ways change, so that
 * a season switched back and forth, or the same limits asked again, are there at once; journeys by roads of a person's own
 * also until a later visit.
 */
export class ProjectTravel {
  readonly #originals: Originals;
  readonly #matrices: KeptMatrices;
  #client: TravelTimeClient | null = null;
  #graph: { place: Project['graph']; file: GraphFile | null } = { place: null, file: null };
  #about: { graph: GraphFile; told: Promise<GraphOrigin | null> } | null = null;
  readonly #toPoints = new Latest<Journeys>(3);
  readonly #fromPoints = new Latest<Journeys>(3);
  readonly #betweenPoints = new Latest<Journeys>(3);
  readonly #land = new Latest<ReachLand | null>(3);

  constructor(originals: Originals, matrices = new KeptMatrices()) {
    this.#originals = originals;
    this.#matrices = matrices;
  }

  /** The file of a project's roads: the same one where they are the same, so that it is read and handed over once. */
  graphOf({ graph }: Pick<Project, 'graph'>): GraphFile | null {
    if (graph !== this.#graph.place)
      this.#graph = { place: graph, file: graphFileOf(graph, this.#originals) };
    return this.#graph.file;
  }

  /** What the roads say of themselves; null without any. Asked once: a newer request would take the place of one under way. */
  about(graph: GraphFile | null): Promise<GraphOrigin | null> {
    if (!graph) return Promise.resolve(null);
    if (this.#about?.graph !== graph) {
      const told = this.#door().ask('about', { graph });
      this.#about = { graph, told };
      // Roads that could not be read may be readable the next time.
      told.catch(() => {
        if (this.#about?.told === told) this.#about = null;
      });
    }
    return this.#about.told;
  }

  /** From every area to every point. */
  async toPoints(ground: Ground, settings: TravelSettings): Promise<Journeys> {
    const found = await this.#toPoints.of(ground, '', () => this.#found(computeTravel, ground, settings));
    this.#toPoints.drop(isTooLarge);
    return found;
  }

  /** From every point to every area. */
  async fromPoints(ground: Ground, settings: TravelSettings): Promise<Journeys> {
    const found = await this.#fromPoints.of(ground, '', () =>
      this.#found(computeTravelBack, ground, settings),
    );
    this.#fromPoints.drop(isTooLarge);
    return found;
  }

  async betweenPoints(ground: Ground, settings: TravelSettings): Promise<Journeys> {
    const found = await this.#betweenPoints.of(ground, '', () =>
      this.#found(computePointTravel, ground, settings),
    );
    this.#betweenPoints.drop(isTooLarge);
    return found;
  }

  async #found(
    compute: typeof computeTravel,
    { tables, graph, closed }: Ground,
    settings: TravelSettings,
  ): Promise<Journeys> {
    const roads = await this.about(graph);
    const shelf = this.#shelfOf(graph);
    return compute(tables, this.#door(), graph, { ...settings, closed, roads, shelf });
  }

  /** The land of some points. */
  land(
    { tables, graph, closed }: Ground,
    question: Omit<LandQuestion, 'closed'>,
    settings: LandSettings,
  ): Promise<ReachLand | null> {
    const key = JSON.stringify([[...question.pointIds].sort(), question.minutes, question.direction]);
    return this.#land.of({ tables, graph, closed }, key, () =>
      reachLand(tables, this.#door(), graph, { ...question, closed }, settings),
    );
  }

  /** The fastest way between two places; null without roads. Rejects as the client does. */
  async route(
    { graph, closed }: Pick<Ground, 'graph' | 'closed'>,
    from: Place,
    to: Place,
    signal: AbortSignal,
  ): Promise<RouteAnswer | null> {
    if (!graph) return null;
    const options = {
      objective: 'time' as const,
      snapLimitKilometres: defaultSnapKilometres,
      closedKinds: closed,
    };
    return this.#door().ask('route', { graph, from, to, options }, { signal });
  }

  /** Roads of a person's own can take minutes; those that come with the samples, and straight lines, are asked again. */
  #shelfOf(graph: GraphFile | null): MatrixShelf | undefined {
    return graph?.sha256 ? this.#matrices.of(graph.sha256) : undefined;
  }

  #door(): TravelTimeClient {
    this.#client ??= travelTimeWorker();
    return this.#client;
  }
}
