import type { OsmData, PlainTags } from './osm-data.ts';

const escaped = (text: string) =>
  text.replaceAll(/[<>&"'\n\t\r]/g, (character) =>
    character === '&' ? '&amp;' : character === '<' ? '&lt;' : `&#x${character.charCodeAt(0).toString(16)};`,
  );

/** Ten-millionths as degrees with all decimals, without a detour over floating point. */
function degrees(e7: number): string {
  const digits = String(Math.abs(e7)).padStart(8, '0');
  return `${e7 < 0 ? '-' : ''}${digits.slice(0, -7)}.${digits.slice(-7)}`;
}

const tagLines = (tags: PlainTags) =>
  tags.map(([key, value]) => `    <tag k="${escaped(key)}" v='${escaped(value)}'/>\n`).join('');

const nodeLines = ({ id, lonE7, latE7, tags }: OsmData['nodes'][number]) =>
  tags.length === 0
    ? `  <node id="${id}" lat="${degrees(latE7)}" lon="${degrees(lonE7)}"/>\n`
    : `  <node id="${id}" lat="${degrees(latE7)}" lon="${degrees(lonE7)}">\n${tagLines(tags)}  </node>\n`;

function wayLines({ id, refs, tags, edited }: OsmData['ways'][number]): string {
  const timestamp = edited === undefined ? '' : ` timestamp="${new Date(edited).toISOString()}"`;
  const nodes = refs.map((ref) => `    <nd ref="${ref}"/>\n`).join('');
  return `  <way id="${id}"${timestamp}>\n${nodes}${tagLines(tags)}  </way>\n`;
}

function relationLines({ id, members, tags }: OsmData['relations'][number]): string {
  const lines = members.map(
    (member) => `    <member type="${member.type}" ref="${member.id}" role="${escaped(member.role)}"/>\n`,
  );
  return `  <relation id="${id}">\n${lines.join('')}${tagLines(tags)}  </relation>\n`;
}

/** Writes an .osm file. `head` stands before the first object, `attributes` in the root. */
export function writeXml(data: OsmData, head = '', attributes = ' version="0.6"'): Uint8Array {
  return new TextEncoder().encode(
    [
      `<?xml version='1.0' encoding='UTF-8'?>\n<osm${attributes}>\n${head}`,
      ...data.nodes.map(nodeLines),
      ...data.ways.map(wayLines),
      ...data.relations.map(relationLines),
      '</osm>\n',
    ].join(''),
  );
}
