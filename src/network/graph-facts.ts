import type { Format } from '../model/format.ts';
import type { Messages } from '../model/messages/index.ts';
import type { Counts, DroppedBanReason, GraphOrigin, LeftOutReason, ReadingWarning } from './graph-origin.ts';
import { arcKinds } from './road-graph.ts';

/** One thing to say of a road graph: its name, and a line for each of its parts. */
export interface GraphFact {
  name: string;
  lines: string[];
}

/** So many unknown tags or codes are named; the others are counted. */
const unknownNamed = 12;

/** What a graph holds and what its source had that it does not hold, in words. Facts that nobody counted are left out. */
export function graphFacts(origin: GraphOrigin, words: Messages['graph'], format: Format): GraphFact[] {
  const { statistics: counts } = origin;
  const facts: GraphFact[] = [
    { name: words.profileId, lines: origin.profileId ? [origin.profileId] : [] },
    {
      name: words.files,
      lines: (origin.files ?? []).map(({ name, sha256 }) => `${name} (SHA-256 ${sha256})`),
    },
    { name: words.builder, lines: [`${counts.builder}`] },
    { name: words.size, lines: [words.sizeText(counts.junctions, counts.edges, counts.arcs)] },
    {
      name: words.length,
      lines: arcKinds
        .filter((kind) => counts.kilometres[kind] > 0)
        .map((kind) => words.ofKind(format.kilometres(counts.kilometres[kind]), words.kinds[kind])),
    },
    {
      name: words.parts,
      lines: [
        words.partsText(counts.partsServed),
        ...(counts.edgesOutside > 0
          ? [words.outsideText(format.kilometres(counts.kilometresOutside), counts.edgesOutside)]
          : []),
      ],
    },
    {
      name: words.linesRead,
      lines: origin.linesRead === undefined ? [] : [format.integer(origin.linesRead)],
    },
    { name: words.leftOut, lines: leftOutInWords(origin.leftOut, words, format) },
    { name: words.bans, lines: counts.bansKept > 0 ? [words.bansText(counts.bansKept)] : [] },
    { name: words.droppedBans, lines: bansInWords(origin.bansDropped, words, format) },
    { name: words.warnings, lines: warningsOf(origin, words) },
    { name: words.unknown, lines: unknownOf(origin, words, format) },
  ];
  return facts.filter(({ lines }) => lines.length > 0);
}

/** "no public access: 7", the most frequent first. */
export function leftOutInWords(
  leftOut: Counts<LeftOutReason> | undefined,
  words: Messages['graph'],
  format: Format,
): string[] {
  // Every reason has its words, or this does not compile.
  const names: Record<LeftOutReason, string> = words.leftOutReasons;
  return entriesOf(leftOut).map(([reason, count]) => words.reasonCount(names[reason], format.integer(count)));
}

function bansInWords(
  dropped: Counts<DroppedBanReason> | undefined,
  words: Messages['graph'],
  format: Format,
): string[] {
  const names: Record<DroppedBanReason, string> = words.droppedBanReasons;
  return entriesOf(dropped).map(([reason, count]) => words.reasonCount(names[reason], format.integer(count)));
}

/** The most frequent first. */
function entriesOf<Reason extends string>(counts: Counts<Reason> = {}): [Reason, number][] {
  const entries = Object.entries(counts) as [Reason, number][];
  return entries.filter(([, count]) => count > 0).sort((a, b) => b[1] - a[1]);
}

function warningsOf({ warnings }: GraphOrigin, words: Messages['graph']): string[] {
  const texts: Record<ReadingWarning, (count: number) => string> = words.warningTexts;
  return entriesOf(warnings).map(([warning, count]) => texts[warning](count));
}

function unknownOf({ unknown = [] }: GraphOrigin, words: Messages['graph'], format: Format): string[] {
  const named = unknown
    .slice(0, unknownNamed)
    .map(({ what, count }) => words.reasonCount(what, format.integer(count)));
  const more = unknown.length - named.length;
  return more > 0 ? [...named, words.unknownMore(more)] : named;
}
