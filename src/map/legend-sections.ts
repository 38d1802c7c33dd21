import { ordersOfGovernment, pointKinds, type OrderOfGovernment, type PointKind } from '../model/tables.ts';
import type { MapArea, MapBand, MapCatchment, MapLink, MapPoint } from './features.ts';
import { legendSizes } from './legend-sizes.ts';

/** What an entry of the legend shows, as the map draws it. */
export type LegendSign =
  | { kind: 'government'; government: OrderOfGovernment }
  | { kind: 'point kind'; pointKind: PointKind }
  | { kind: 'mark'; mark: 'illustrative' | 'approximate' | 'muted' }
  | { kind: 'status'; status: MapArea['status'] }
  | { kind: 'people'; people: number }
  | { kind: 'people unknown' }
  /** So many shades over each other. */
  | { kind: 'shades'; shades: number }
  | { kind: 'catchment'; selected: boolean }
  | { kind: 'link'; estimated: boolean };

/** Signs of one kind, under a title. */
export interface LegendSection {
  title: string;
  entries: { label: string; sign: LegendSign }[];
}

/** The words of the legend, in the reader's language. */
export interface LegendWords {
  government: string;
  governments: Record<OrderOfGovernment, string>;
  kind: string;
  kinds: Record<PointKind, string>;
  status: string;
  statuses: Record<MapArea['status'], string>;
  /** Heads the scale of circles. */
  people: string;
  unknownPeople: string;
  links: string;
  linkRoad: string;
  linkEstimated: string;
  /** Heads the shades of isochrones. */
  bands: string;
  catchments: string;
  catchment: string;
  catchmentSelected: string;
  marks: string;
  illustrative: string;
  approximate: string;
  muted: string;
}

/** What the map shows now. */
export interface Shown {
  areas: readonly MapArea[];
  points: readonly MapPoint[];
  links: readonly MapLink[];
  /** The least minutes first. */
  bands: readonly MapBand[];
  catchments: readonly MapCatchment[];
}

/** The legend of what is shown, and of nothing else: on the screen, and in a picture of the map. */
export function legendSections(
  shown: Shown,
  words: LegendWords,
  writePeople: (people: number) => string,
): LegendSection[] {
  return [
    bandSection(shown, words),
    catchmentSection(shown, words),
    governmentSection(shown, words),
    kindSection(shown, words),
    statusSection(shown, words),
    peopleSection(shown, words, writePeople),
    linkSection(shown, words),
    markSection(shown, words),
  ].filter(({ entries }) => entries.length > 0);
}

/** People of the largest circle. */
export const largestOf = (areas: readonly MapArea[]) =>
  areas.reduce((most, { people }) => Math.max(most, people ?? 0), 0);

const bandSection = ({ bands }: Shown, words: LegendWords): LegendSection => ({
  title: words.bands,
  entries: bands.map(({ label }, at) => ({ label, sign: { kind: 'shades', shades: bands.length - at } })),
});

const catchmentSection = ({ catchments }: Shown, words: LegendWords): LegendSection => ({
  title: words.catchments,
  entries: [
    ...entryIf(catchments.length > 0, words.catchment, { kind: 'catchment', selected: false }),
    ...entryIf(
      catchments.some(({ selected }) => selected),
      words.catchmentSelected,
      { kind: 'catchment', selected: true },
    ),
  ],
});

function governmentSection({ points }: Shown, words: LegendWords): LegendSection {
  const present = new Set(points.map(({ government }) => government));
  return {
    title: words.government,
    entries: ordersOfGovernment
      .filter((government) => present.has(government))
      .map((government) => ({
        label: words.governments[government],
        sign: { kind: 'government', government },
      })),
  };
}

function kindSection({ points }: Shown, words: LegendWords): LegendSection {
  const present = new Set(points.map(({ kind }) => kind));
  return {
    title: words.kind,
    entries: pointKinds
      .filter((kind) => present.has(kind))
      .map((pointKind) => ({ label: words.kinds[pointKind], sign: { kind: 'point kind', pointKind } })),
  };
}

const statusSection = ({ areas }: Shown, words: LegendWords): LegendSection => ({
  title: words.status,
  entries: (['gap', 'covered', 'overlap'] as const).flatMap((status) =>
    entryIf(areas.length > 0, words.statuses[status], { kind: 'status', status }),
  ),
});

const peopleSection = (
  { areas }: Shown,
  words: LegendWords,
  writePeople: (people: number) => string,
): LegendSection => ({
  title: words.people,
  entries: [
    ...legendSizes(largestOf(areas)).map((people) => ({
      label: writePeople(people),
      sign: { kind: 'people' as const, people },
    })),
    ...entryIf(
      areas.some(({ people }) => people === null),
      words.unknownPeople,
      { kind: 'people unknown' },
    ),
  ],
});

const linkSection = ({ links }: Shown, words: LegendWords): LegendSection => ({
  title: words.links,
  entries: [
    ...entryIf(links.length > 0, words.linkRoad, { kind: 'link', estimated: false }),
    ...entryIf(links.length > 0, words.linkEstimated, { kind: 'link', estimated: true }),
  ],
});

const markSection = ({ points }: Shown, words: LegendWords): LegendSection => ({
  title: words.marks,
  entries: (['illustrative', 'approximate', 'muted'] as const).flatMap((mark) =>
    entryIf(
      points.some((point) => point[mark]),
      words[mark],
      { kind: 'mark', mark },
    ),
  ),
});

const entryIf = (isThere: boolean, label: string, sign: LegendSign) => (isThere ? [{ label, sign }] : []);
