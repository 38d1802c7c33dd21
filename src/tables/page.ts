import type { Query } from './connector.ts';
import { identifier } from './sql.ts';

/** A page of a table, in the order of a column where one is given; ties and the rest are in the table's own order. */
export interface Page {
  table: string;
  order: { column: string; direction: 'ascending' | 'descending' } | null;
  offset: number;
  limit: number;
}

/** The rows of a page. A null comes last whichever way the column is ordered. */
export function pageOf({ table, order, offset, limit }: Page): Query {
  const by = order
    ? `ORDER BY ${identifier(order.column)} ${order.direction === 'ascending' ? 'ASC' : 'DESC'} NULLS LAST, rowid`
    : 'ORDER BY rowid';
  return { sql: `SELECT * FROM ${identifier(table)} ${by} LIMIT ? OFFSET ?`, parameters: [limit, offset] };
}
