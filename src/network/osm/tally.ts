import type { OsmCounts, OsmWants } from './osm.ts';

/** What is counted while a file is read. */
export class Tally {
  nodes = 0;
  ways = 0;
  relations = 0;
  nodesWithoutPlace = 0;
  /** Milliseconds since 1970; 0 where no way said when it was edited. */
  newestEdit = 0;

  counts(wants: OsmWants): OsmCounts {
    const { newestEdit, nodesWithoutPlace } = this;
    return {
      nodes: wants.nodes || wants.node ? this.nodes : null,
      ways: wants.way ? this.ways : null,
      relations: wants.relation ? this.relations : null,
      nodesWithoutPlace,
      newestEdit: isDate(newestEdit) ? new Date(newestEdit).toISOString().slice(0, 10) : null,
    };
  }
}

/** ISO 8601 to the second, or null where the number is not one of a date in our era. */
export const isoSecond = (milliseconds: number): string | null =>
  isDate(milliseconds) ? `${new Date(milliseconds).toISOString().slice(0, 19)}Z` : null;

const isDate = (milliseconds: number) => milliseconds > 0 && milliseconds < 253402300800000;
