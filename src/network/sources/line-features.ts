import { haversineKilometres } from '../../geo/distance.ts';
import type { GraphAbout, LeftOutReason, ReadingWarning } from '../graph-origin.ts';
import { arcKinds, closed, fromE7, toE7, type ArcKind } from '../road-graph.ts';
import type { Roads } from '../roads.ts';
import { highestLimitKmh } from './highest-limit.ts';
import { LineEnds, TouchedEnds } from './line-ends.ts';
import { normalised, type LineClass, type LineMapping } from './line-mapping.ts';

/** A file's lines in WGS 84 with its columns, as the readers of Shapefile, GeoPackage and GeoJSON give them. */
export interface LineTable {
  columns: readonly { name: string }[];
  /** Cells in the order of the columns, '' where a cell is empty. */
  rows: readonly { cells: readonly string[]; geometry: { type: string } | null }[];
  /** Rows in the file, those that could not be read too. */
  read: number;
}

export interface LineRoadsOptions {
  /** Ends of lines this near to each other are one junction (`<=`). 1 cm unless said: what rounding leaves. */
  toleranceMetres?: number;
}

/** Roads of files of lines, and what "About the data" has to say of the reading. */
export interface LineRoads {
  roads: Roads;
  about: Required<
    Pick<GraphAbout, 'profile' | 'profileId' | 'linesRead' | 'leftOut' | 'unknown' | 'warnings'>
  >;
}

/**
 * Brings lines of one file or several (roads and ferries) to roads. Lines meet where they **end** in one place and nowhere
 * else: a bridge shares no end with the road below it, though the drawing may share a corner. Ends that another line
 * passes are counted as possible missing junctions. Every line becomes a road or is counted with a reason; a geometry of
 * several lines counts as so many.
 */
export function lineRoads(
  files: readonly { table: LineTable; mapping: LineMapping }[],
  { toleranceMetres = 0.01 }: LineRoadsOptions = {},
): LineRoads {
  const builder = new LineRoadsBuilder(toleranceMetres);
  for (const { table, mapping } of files) builder.addFile(table, mapping);
  return {
    roads: builder.roads(),
    about: {
      profile: files.map(({ table, mapping }) => wordsFor(mapping, table)).join('; '),
      profileId: files.map(({ mapping }) => `${mapping.id} ${mapping.version}`).join(', '),
      ...builder.counts(toleranceMetres),
    },
  };
}

/** The speeds in words: which column gives them, and what is assumed. */
function wordsFor(mapping: LineMapping, table: LineTable): string {
  const hasSpeeds = columnIn(table, mapping.columns.speed) >= 0;
  const hasDirections = columnIn(table, mapping.columns.direction) >= 0;
  const speeds = mapping.classes.flatMap(({ kmh, leaveOut }) => (leaveOut || !kmh ? [] : [kmh]));
  const other = mapping.otherClassKmh === null ? [] : [mapping.otherClassKmh];
  const range = [...new Set([...speeds, ...other])].sort((a, b) => b - a).join('/');
  return [
    `${mapping.title}: ${hasSpeeds ? 'speed limits, else ' : ''}assumed ${range} km/h by class`,
    ...(mapping.surface ? [`unpaved at most ${mapping.surface.kmhAtMost} km/h`] : []),
    ...(mapping.waitMinutes ? [`${mapping.waitMinutes} min of waiting for a ferry`] : []),
    ...(hasDirections || mapping.kind === 'ferry' ? [] : ['both ways everywhere']),
  ].join(', ');
}

function columnIn({ columns }: LineTable, names: readonly string[] = []): number {
  const wanted = names.map(normalised);
  const found = wanted.map((name) => columns.findIndex((column) => normalised(column.name) === name));
  return found.find((at) => at >= 0) ?? -1;
}

/** How one line may be driven. */
interface Travel {
  kmh: number;
  kind: ArcKind;
  waitMinutes: number;
  direction: 'both' | 'forward' | 'backward';
}

class LineRoadsBuilder {
  readonly #ends: LineEnds;
  readonly #from: number[] = [];
  readonly #to: number[] = [];
  readonly #forward: number[] = [];
  readonly #backward: number[] = [];
  readonly #metres: number[] = [];
  readonly #kind: number[] = [];
  readonly #firstBend: number[] = [0];
  readonly #bendLonE7: number[] = [];
  readonly #bendLatE7: number[] = [];
  #lines = 0;
  readonly #leftOut = new Map<LeftOutReason, number>();
  readonly #warnings = new Map<ReadingWarning, number>();
  readonly #unknown = new Map<string, number>();

  constructor(toleranceMetres: number) {
    this.#ends = new LineEnds(toleranceMetres);
  }

  addFile(table: LineTable, mapping: LineMapping): void {
    const travelOf = this.#travelReader(table, mapping);
    const before = this.#from.length;
    for (const { cells, geometry } of table.rows) {
      const lines = linesOf(geometry);
      this.#lines += Math.max(1, lines.length);
      if (lines.length === 0) this.#leaveOut('not a line');
      const travel = lines.length === 0 ? null : travelOf(cells, lines.length);
      if (travel) for (const line of lines) this.#addLine(line, travel);
    }
    const unread = Math.max(0, table.read - table.rows.length);
    this.#lines += unread;
    this.#leaveOut('not a line', unread);
    const kept = this.#from.length - before;
    if (columnIn(table, mapping.columns.speed) < 0 && mapping.kind !== 'ferry')
      count(this.#warnings, 'no speed column', kept);
    if (columnIn(table, mapping.columns.direction) < 0 && mapping.kind !== 'ferry')
      count(this.#warnings, 'no direction column', kept);
  }

  #leaveOut(reason: LeftOutReason, lines = 1): void {
    count(this.#leftOut, reason, lines);
  }

  /** A function from a row's cells to how it may be driven; null for one left out, which is counted. */
  #travelReader(table: LineTable, mapping: LineMapping) {
    const column = (name: keyof LineMapping['columns']) => columnIn(table, mapping.columns[name]);
    const at = {
      class: column('class'),
      direction: column('direction'),
      speed: column('speed'),
      surface: column('surface'),
      season: column('season'),
    };
    const classes = new Map<string, LineClass>();
    for (const each of mapping.classes) for (const value of each.values) classes.set(normalised(value), each);
    const set = (values: readonly string[] = []) => new Set(values.map(normalised));
    const [both, forward, backward] = [
      set(mapping.direction?.both),
      set(mapping.direction?.forward),
      set(mapping.direction?.backward),
    ];
    const [unpaved, winterOnly] = [set(mapping.surface?.unpaved), set(mapping.season?.winterOnly)];
    // A column has few different values, but every line has one of each.
    const inWords = new Map<string, string>();
    const cell = (cells: readonly string[], where: number): string => {
      const text = where < 0 ? '' : (cells[where] ?? '');
      const words = inWords.get(text) ?? normalised(text);
      inWords.set(text, words);
      return words;
    };

    const directionOf = (cells: readonly string[], lines: number): Travel['direction'] => {
      const value = cell(cells, at.direction);
      if (forward.has(value)) return 'forward';
      if (backward.has(value)) return 'backward';
      if (at.direction >= 0 && !both.has(value)) count(this.#warnings, 'direction unknown', lines);
      return 'both';
    };
    return (cells: readonly string[], lines: number): Travel | null => {
      const name = cell(cells, at.class);
      const known = classes.get(name);
      if (known?.leaveOut) {
        this.#leaveOut('class left out', lines);
        return null;
      }
      if (!known && at.class >= 0)
        count(this.#unknown, `${table.columns[at.class]?.name}=${cells[at.class]}`, lines);
      const byClass = known?.kmh ?? mapping.otherClassKmh;
      if (byClass === null) {
        this.#leaveOut('class unknown', lines);
        return null;
      }
      if (!known && mapping.classes.length > 0) count(this.#warnings, 'class assumed', lines);
      const limit = Number(cell(cells, at.speed) || NaN);
      const isSlip = limit > highestLimitKmh;
      if (isSlip) count(this.#unknown, `${table.columns[at.speed]?.name}=${cells[at.speed]}`, lines);
      const isStated = limit > 0 && !isSlip;
      if (at.speed >= 0 && !isStated) count(this.#warnings, 'no speed limit', lines);
      const given = isStated ? limit : byClass;
      const isUnpaved = mapping.surface !== undefined && unpaved.has(cell(cells, at.surface));
      const isWinterOnly = winterOnly.has(cell(cells, at.season));
      const kind = known?.kind ?? (isWinterOnly ? 'winter road' : (mapping.kind ?? 'road'));
      return {
        kmh: isUnpaved ? Math.min(given, mapping.surface?.kmhAtMost ?? given) : given,
        kind,
        waitMinutes: kind === 'ferry' ? (mapping.waitMinutes ?? 0) : 0,
        direction: directionOf(cells, lines),
      };
    };
  }

  #addLine(line: readonly (readonly number[])[], { kmh, kind, waitMinutes, direction }: Travel): void {
    const lonE7: number[] = [];
    const latE7: number[] = [];
    for (const [lon = NaN, lat = NaN] of line) {
      if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= 90)) return this.#leaveOut('coordinates out of range');
      const [x, y] = [toE7(lon), toE7(lat)];
      if (x === lonE7.at(-1) && y === latE7.at(-1)) continue;
      lonE7.push(x);
      latE7.push(y);
    }
    if (line.length < 2) return this.#leaveOut('fewer than two corners');
    const last = lonE7.length - 1;
    if (last === 0) return this.#leaveOut('no length');
    let kilometres = 0;
    for (let at = 1; at <= last; at += 1)
      kilometres += haversineKilometres(
        fromE7(lonE7[at - 1] ?? 0),
        fromE7(latE7[at - 1] ?? 0),
        fromE7(lonE7[at] ?? 0),
        fromE7(latE7[at] ?? 0),
      );
    const deciseconds = Math.max(1, Math.round((kilometres / kmh) * 36_000 + waitMinutes * 600));
    this.#from.push(this.#ends.at(lonE7[0] ?? 0, latE7[0] ?? 0));
    this.#to.push(this.#ends.at(lonE7[last] ?? 0, latE7[last] ?? 0));
    this.#forward.push(direction === 'backward' ? closed : deciseconds);
    this.#backward.push(direction === 'forward' ? closed : deciseconds);
    this.#metres.push(kilometres * 1000);
    this.#kind.push(arcKinds.indexOf(kind));
    for (let at = 1; at < last; at += 1) {
      this.#bendLonE7.push(lonE7[at] ?? 0);
      this.#bendLatE7.push(latE7[at] ?? 0);
    }
    this.#firstBend.push(this.#bendLonE7.length);
  }

  roads(): Roads {
    return {
      lonE7: Int32Array.from(this.#ends.lonE7),
      latE7: Int32Array.from(this.#ends.latE7),
      from: Uint32Array.from(this.#from),
      to: Uint32Array.from(this.#to),
      forward: Uint32Array.from(this.#forward),
      backward: Uint32Array.from(this.#backward),
      metres: Float32Array.from(this.#metres),
      kind: Uint8Array.from(this.#kind),
      firstBend: Uint32Array.from(this.#firstBend),
      bendLonE7: Int32Array.from(this.#bendLonE7),
      bendLatE7: Int32Array.from(this.#bendLatE7),
      bans: [],
    };
  }

  counts(toleranceMetres: number) {
    count(this.#warnings, 'possible missing junctions', this.#touches(toleranceMetres));
    return {
      linesRead: this.#lines,
      leftOut: Object.fromEntries(this.#leftOut),
      warnings: Object.fromEntries(this.#warnings),
      unknown: [...this.#unknown]
        .map(([what, times]) => ({ what, count: times }))
        .sort((a, b) => b.count - a.count || (a.what < b.what ? -1 : 1)),
    };
  }

  #touches(toleranceMetres: number): number {
    const touched = new TouchedEnds(this.#ends, toleranceMetres);
    for (let road = 0; road < this.#from.length; road += 1) {
      const [from, to] = [this.#from[road] ?? 0, this.#to[road] ?? 0];
      let before = [this.#ends.lonE7[from] ?? 0, this.#ends.latE7[from] ?? 0] as const;
      for (let bend = this.#firstBend[road] ?? 0; bend < (this.#firstBend[road + 1] ?? 0); bend += 1) {
        const here = [this.#bendLonE7[bend] ?? 0, this.#bendLatE7[bend] ?? 0] as const;
        touched.see(before, here, from, to);
        before = here;
      }
      touched.see(before, [this.#ends.lonE7[to] ?? 0, this.#ends.latE7[to] ?? 0], from, to);
    }
    return touched.count;
  }
}

function count<Key>(counts: Map<Key, number>, key: Key, times = 1): void {
  if (times > 0) counts.set(key, (counts.get(key) ?? 0) + times);
}

/** The lines of a geometry; none of one that is no line. */
function linesOf(geometry: LineTable['rows'][number]['geometry']): readonly (readonly number[][])[] {
  const { type, coordinates } = (geometry ?? {}) as {
    type?: string;
    coordinates?: number[][] | number[][][];
  };
  if (type === 'LineString') return [coordinates as number[][]];
  return type === 'MultiLineString' ? (coordinates as number[][][]) : [];
}
