import { expect } from 'vitest';
import { QueryError } from '../../src/model/errors.ts';
import type { Connector } from '../../src/tables/connector.ts';
import type { TableSchema } from '../../src/tables/schema.ts';

const schema: TableSchema = {
  name: 'odd "name"',
  columns: [
    { name: 'code', type: 'VARCHAR' },
    { name: "l'un", type: 'DOUBLE' },
    { name: 'year', type: 'INTEGER' },
    { name: 'kept', type: 'BOOLEAN' },
  ],
};
const all = { sql: 'SELECT * FROM "odd ""name""" ORDER BY code', parameters: [] };

/** What every connector promises, run on each of them. */
export const connectorCases: Record<string, (connector: Connector) => Promise<void>> = {
  'rows come back as they went in': async (connector) => {
    await connector.replace(schema, {
      code: ['001', "O'Brien “é”", null],
      "l'un": [1.5, null, NaN],
      year: Int32Array.of(2021, 2016, 0),
      kept: [true, false, null],
    });
    expect(await connector.query(all)).toEqual([
      { code: '001', "l'un": 1.5, year: 2021, kept: true },
      { code: "O'Brien “é”", "l'un": null, year: 2016, kept: false },
      { code: null, "l'un": null, year: 0, kept: null },
    ]);
  },
  'replacing a table leaves nothing of the old one': async (connector) => {
    await connector.replace(schema, { code: ['x'], "l'un": [1], year: [1], kept: [true] });
    await connector.replace(schema, { code: [], "l'un": [], year: [], kept: [] });
    expect(await connector.query(all)).toEqual([]);
  },
  'values are bound, counts are numbers': async (connector) => {
    const hostile = `'; DROP TABLE "odd ""name"""; --`;
    await connector.replace(schema, {
      code: [hostile, 'b'],
      "l'un": [1, 2],
      year: [1, 2],
      kept: [true, true],
    });
    const found = { sql: 'SELECT COUNT(*) AS n FROM "odd ""name""" WHERE code = ?', parameters: [hostile] };
    expect(await connector.query(found)).toEqual([{ n: 1 }]);
  },
  'a query the engine refuses throws its SQL': async (connector) => {
    const wrong = { sql: 'SELECT nothing FROM nowhere', parameters: [] };
    const refused = await connector.query(wrong).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(QueryError);
    expect((refused as QueryError).sql).toBe(wrong.sql);
  },
  'an aborted query rejects with the reason': async (connector) => {
    const reason = new Error('enough');
    await expect(
      connector.query({ sql: 'SELECT 1', parameters: [] }, AbortSignal.abort(reason)),
    ).rejects.toBe(reason);
  },
  'the engine has no way out': async (connector) => {
    const outside = { sql: "SELECT * FROM read_csv('http://127.0.0.1:9/x.csv')", parameters: [] };
    await expect(connector.query(outside)).rejects.toBeInstanceOf(QueryError);
  },
};
