import type { Connector } from '../tables/connector.ts';
import { pageOf, type Page } from '../tables/page.ts';

/** A row of a page: its place in the table as ordered, and its cells by column. */
export interface Row {
  place: number;
  cells: Record<string, string | number | boolean | null>;
}

/** Reads one page of a table of the engine. */
export async function readPage(
  engine: Connector,
  table: string,
  order: { key: string; direction: 'ascending' | 'descending' } | null,
  offset: number,
  limit: number,
): Promise<Row[]> {
  const by: Page['order'] = order && { column: order.key, direction: order.direction };
  const rows = await engine.query<Row['cells']>(pageOf({ table, order: by, offset, limit }));
  return rows.map((cells, index) => ({ place: offset + index, cells }));
}
