import type { ProjectTables } from '../model/tables.ts';
import type { Connector } from '../tables/connector.ts';
import { askConsole, prepareConsole, type Answer, type Outcome } from '../tables/console.ts';
import { readConsoleTables, type ConsoleTable } from '../tables/console-schema.ts';

/** A question that was run, with what came of it. */
export interface Asked {
  sql: string;
  outcome: Outcome;
  milliseconds: number;
  /** The project's tables as they were then. */
  tables: ProjectTables | null;
}

const textKey = 'guichet.sql';

/** Storage may be refused (private windows): then the text lives as long as the page. */
function readText(): string {
  try {
    return sessionStorage.getItem(textKey) ?? '';
  } catch {
    return '';
  }
}

function writeText(text: string): void {
  try {
    sessionStorage.setItem(textKey, text);
  } catch {
    return; // As above.
  }
}

/** The console: the text being written, the question under way, the last answer. It outlives its panel. */
export class SqlConsole {
  #text = $state(readText());
  running = $state(false);
  /** The last question was stopped by the person. */
  cancelled = $state(false);
  asked = $state.raw<Asked | null>(null);
  /** The last answer and the text it answers; a mistake after it leaves it standing. */
  answered = $state.raw<{ sql: string; answer: Answer } | null>(null);
  readonly answer = $derived(this.answered?.answer ?? null);
  /** Place of the selected row in the answer. */
  selectedRow = $state<number | null>(null);
  tables = $state.raw<readonly ConsoleTable[]>([]);

  readonly #engine: () => Promise<Connector>;
  #stop: AbortController | null = null;
  #newestList = 0;

  constructor(engine: () => Promise<Connector>) {
    this.#engine = engine;
  }

  get text(): string {
    return this.#text;
  }
  set text(text: string) {
    this.#text = text;
    writeText(text);
  }

  /** Reads the engine's list of tables, and makes ready for a first question; the newest reading wins. */
  async listTables(): Promise<void> {
    const turn = ++this.#newestList;
    const connector = await this.#engine();
    const tables = await readConsoleTables(connector);
    if (turn === this.#newestList) this.tables = tables;
    await prepareConsole(connector);
  }

  /** Runs the text as it stands, in place of a question under way. The last answer stands until the next is there. */
  async run(tables: ProjectTables | null): Promise<void> {
    this.#stop?.abort();
    const stop = new AbortController();
    this.#stop = stop;
    this.running = true;
    this.cancelled = false;
    const sql = this.#text;
    try {
      const connector = await this.#engine();
      const started = performance.now();
      const outcome = await askConsole(connector, sql, { signal: stop.signal });
      if (stop.signal.aborted) return;
      this.asked = { sql, outcome, milliseconds: performance.now() - started, tables };
      if (outcome.kind !== 'answered') return;
      this.answered = { sql, answer: outcome.answer };
      this.selectedRow = null;
    } catch (cause) {
      if (!stop.signal.aborted) throw cause;
    } finally {
      if (this.#stop === stop) this.running = false;
    }
  }

  /** Stops the question under way; the last answer stands. */
  cancel(): void {
    this.cancelled = this.running;
    this.running = false;
    this.#stop?.abort();
  }
}
