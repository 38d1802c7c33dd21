import type { OsmHeader } from './osm.ts';
import { Message } from './protobuf.ts';
import { OsmRefused } from './refused.ts';
import { isoSecond } from './tally.ts';

/** Features that a file may require. */
const known = new Set(['OsmSchema-V0.6', 'DenseNodes', 'LocationsOnWays']);

const utf8 = new TextDecoder();

/** A header, and how the file is laid out. */
export interface PbfHeader extends OsmHeader {
  /** Whether ways carry the places of their nodes, which then need not be in the file. */
  placesOnWays: boolean;
  /** Whether nodes come before ways, and ways before relations, as published files say. */
  isSorted: boolean;
}

/**
 * Reads the first block (HeaderBlock in osmformat.proto).
 * @throws OsmRefused where the file requires a feature that this reader does not know
 */
export function readPbfHeader(bytes: Uint8Array): PbfHeader {
  const message = new Message(bytes);
  const header: PbfHeader = {
    format: 'pbf',
    bounds: null,
    program: null,
    source: null,
    timestamp: null,
    placesOnWays: false,
    isSorted: false,
  };
  while (message.field()) takeField(message, header);
  return header;
}

function takeField(message: Message, header: PbfHeader): void {
  const text = () => utf8.decode(message.bytes.subarray(message.span(), message.at));
  if (message.number === 1) header.bounds = bounds(new Message(message.bytes, message.span(), message.at));
  else if (message.number === 4) {
    const feature = text();
    if (!known.has(feature)) throw new OsmRefused('feature', feature);
    header.placesOnWays ||= feature === 'LocationsOnWays';
  } else if (message.number === 5) {
    const feature = text();
    header.placesOnWays ||= feature === 'LocationsOnWays';
    header.isSorted ||= feature === 'Sort.Type_then_ID';
  } else if (message.number === 16) header.program = text() || null;
  else if (message.number === 17) header.source = text() || null;
  else if (message.number === 32) header.timestamp = isoSecond(message.signed() * 1000);
  else message.skip();
}

/** HeaderBBox: left, right, top, bottom in nanodegrees. */
function bounds(message: Message): OsmHeader['bounds'] {
  const sides = [NaN, NaN, NaN, NaN];
  while (message.field()) {
    if (message.number >= 1 && message.number <= 4) sides[message.number - 1] = message.zigzag() / 1e9;
    else message.skip();
  }
  const [west = NaN, east = NaN, north = NaN, south = NaN] = sides;
  return sides.some(Number.isNaN) ? null : { west, south, east, north };
}
