import { runThrough } from '../../../src/model/slices.ts';
import { openOsm } from '../../../src/network/osm/open-osm.ts';
import { carProfile, type Profile } from '../../../src/network/profile.ts';
import { arcKinds, closed, toE7, type Lines } from '../../../src/network/road-graph.ts';
import type { Roads } from '../../../src/network/roads.ts';
import { osmRoadSteps, type OsmRoads } from '../../../src/network/sources/osm-roads.ts';
import type { OsmData } from '../osm/osm-data.ts';
import { writeXml } from '../osm/write-xml.ts';

type Tags = Readonly<Record<string, string>>;

/** A small piece of OpenStreetMap, drawn by hand: a letter is a node, a word of letters is a way. */
export interface Sketch {
  /** Longitude and latitude in thousandths of a degree: 111.2 m each, at the equator. */
  nodes: Readonly<Record<string, readonly [lon: number, lat: number, tags?: Tags]>>;
  /** Letters that are no node are nodes that the file does not hold. */
  ways: readonly (readonly [path: string, tags: Tags])[];
  relations?: readonly Turn[];
}

/** Members by role: ways by their word, nodes by their letter. */
interface Turn {
  tags: Tags;
  members: readonly (readonly [role: string, of: string])[];
}

/** Speeds as they are tagged, and no time but that of driving. */
export const plainProfile: Profile = {
  ...carProfile,
  maxspeedFactor: 1,
  urbanFactor: 1,
  unpavedFactor: 1,
  ferry: { kmh: 20, boardingSeconds: 0 },
  costs: {
    signalSeconds: 0,
    stopSeconds: 0,
    giveWaySeconds: 0,
    levelCrossingSeconds: 0,
    junctionSeconds: 0,
    fordSeconds: 0,
  },
};

/** At 40 km/h, 111.2 m take 10.0 s. */
export const at40 = { highway: 'residential', maxspeed: '40' };

/** The bytes of an .osm file of the sketch. */
export const osmFileOf = (sketch: Sketch): Uint8Array => writeXml(osmDataOf(sketch));

/** The objects of the sketch. Nodes count from 1, ways from 101, in the order of the sketch. */
export function osmDataOf({ nodes, ways, relations = [] }: Sketch): OsmData {
  const pairs = (tags: Tags = {}) => Object.entries(tags);
  const letters = Object.keys(nodes);
  const nodeId = (letter: string) =>
    letters.includes(letter) ? 1 + letters.indexOf(letter) : 1000 + letter.charCodeAt(0);
  const wayId = (word: string) => 101 + ways.findIndex(([path]) => path === word);
  return {
    nodes: Object.entries(nodes).map(([letter, [lon, lat, tags]]) => ({
      id: nodeId(letter),
      lonE7: toE7(lon / 1000),
      latE7: toE7(lat / 1000),
      tags: pairs(tags),
    })),
    ways: ways.map(([path, tags], at) => ({ id: 101 + at, refs: [...path].map(nodeId), tags: pairs(tags) })),
    relations: relations.map(({ tags, members }, at) => ({
      id: 501 + at,
      tags: pairs(tags),
      members: members.map(([role, of]) =>
        of.length === 1
          ? { type: 'node' as const, id: nodeId(of), role }
          : { type: 'way' as const, id: wayId(of), role },
      ),
    })),
  };
}

/** The roads of a sketch. */
export const roadsOfSketch = (sketch: Sketch, profile: Profile = plainProfile): OsmRoads =>
  roadsOfFile(osmFileOf(sketch), profile);

/** The roads of a file. */
export function roadsOfFile(bytes: Uint8Array, profile: Profile = plainProfile): OsmRoads {
  return runThrough(osmRoadSteps(openOsm(bytes), profile));
}

/** What became of a sketch, a fact a line: roads with their times there and back, turns, shores, and what was counted. */
export function readingOf(sketch: Sketch, profile: Profile = plainProfile): string[] {
  const { roads, shores, about } = roadsOfSketch(sketch, profile);
  const letterAt = letters(sketch);
  const counts = (what: string, some: Readonly<Record<string, number>>) =>
    Object.entries(some).map(([reason, count]) => `${what} ${count}: ${reason}`);
  return [
    ...roadLines(roads, letterAt),
    ...roads.bans.map(
      ({ roads: chain }) => `no ${chain.map((road) => roadName(roads, road, letterAt)).join(' ')}`,
    ),
    ...shoreLines(shores, letterAt),
    ...counts('left out', about.leftOut),
    ...counts('turns dropped', about.bansDropped),
    ...counts('warning', about.warnings),
    ...about.unknown.map(({ what, count }) => `unknown ${count}: ${what}`),
  ];
}

type LetterAt = (lonE7: number | undefined, latE7: number | undefined) => string;

function letters({ nodes }: Sketch): LetterAt {
  const places = Object.entries(nodes).map(
    ([letter, [lon, lat]]) => [`${toE7(lon / 1000)} ${toE7(lat / 1000)}`, letter] as const,
  );
  const known = new Map<string, string>(places);
  return (lonE7, latE7) => known.get(`${lonE7} ${latE7}`) ?? '?';
}

function roadName(roads: Roads, road: number, letterAt: LetterAt): string {
  const end = (junction = -1) => letterAt(roads.lonE7[junction], roads.latE7[junction]);
  const bends = Array.from(
    { length: (roads.firstBend[road + 1] ?? 0) - (roads.firstBend[road] ?? 0) },
    (_, bend) => (roads.firstBend[road] ?? 0) + bend,
  );
  return [
    end(roads.from[road]),
    ...bends.map((bend) => letterAt(roads.bendLonE7[bend], roads.bendLatE7[bend])),
    end(roads.to[road]),
  ].join('');
}

function roadLines(roads: Roads, letterAt: LetterAt): string[] {
  const time = (deciseconds = closed) =>
    deciseconds === closed ? 'closed' : `${(deciseconds / 10).toFixed(1)} s`;
  return Array.from(roads.from, (_, road) => {
    const kind = arcKinds[roads.kind[road] ?? 0] ?? 'road';
    const name = `${roadName(roads, road, letterAt)} ${(roads.metres[road] ?? 0).toFixed(0)} m`;
    const times = `${time(roads.forward[road])}, back ${time(roads.backward[road])}`;
    return `${name}: ${times}${kind === 'road' ? '' : `, ${kind}`}`;
  });
}

const shoreLines = ({ first, lonE7, latE7 }: Lines, letterAt: LetterAt) =>
  Array.from({ length: first.length - 1 }, (_, line) => {
    const corners = Array.from(
      { length: (first[line + 1] ?? 0) - (first[line] ?? 0) },
      (_corner, at) => (first[line] ?? 0) + at,
    );
    return `shore ${corners.map((at) => letterAt(lonE7[at], latE7[at])).join('')}`;
  });
