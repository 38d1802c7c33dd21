import { expect } from 'vitest';
import { askConsole, type Outcome, type Refusal } from '../../src/tables/console.ts';
import type { Connector } from '../../src/tables/connector.ts';
import type { TableSchema } from '../../src/tables/schema.ts';

const town: TableSchema = {
  name: 'town',
  columns: [
    { name: 'code', type: 'VARCHAR' },
    { name: 'people', type: 'DOUBLE' },
  ],
};

/** Three towns, one of unknown population. */
export const withTowns = (connector: Connector) =>
  connector.replace(town, { code: ['001', '002', '003'], people: [1200, 300, null] });

/** The rows that a text gives; anything else fails the test in words. */
async function rowsOf(connector: Connector, text: string) {
  const outcome = await askConsole(connector, text);
  if (outcome.kind !== 'answered') throw new Error(`${text}: ${JSON.stringify(outcome)}`);
  return outcome.answer.rows;
}

/** Texts that only ask, and the rows they give. */
export const questions: Record<string, readonly (readonly unknown[])[]> = {
  'SELECT code, people FROM town ORDER BY people DESC NULLS LAST': [
    ['001', 1200],
    ['002', 300],
    ['003', null],
  ],
  'from town select count(*)': [[3]],
  'WITH t AS (SELECT 1 AS a) SELECT a, a AS a FROM t;': [[1, 1]],
  'VALUES (1, $$a;b$$), (2, $tag$DROP TABLE town; -- $$ $tag$)': [
    [1, 'a;b'],
    [2, 'DROP TABLE town; -- $$ '],
  ],
  "SELECT ';' AS s -- DELETE FROM town;\n; -- and no more": [[';']],
  "SELECT 'it''s; COPY' /* ; /* nested; */ DROP */ AS s": [["it's; COPY"]],
  'SELECT 1 AS "drop table; town"': [[1]],
  '(SELECT 2 UNION ALL SELECT 1) ORDER BY 1': [[1], [2]],
  'TABLE town LIMIT 1': [['001', 1200]],
  'DESCRIBE town': [
    ['code', 'VARCHAR', 'YES', null, null, null],
    ['people', 'DOUBLE', 'YES', null, null, null],
  ],
  "SELECT list(x ORDER BY x) FROM range(3) t(x) WHERE x < '9'": [['[0, 1, 2]']],
  "PIVOT town ON code IN ('001') USING first(people)": [[1200]],
  'SELECT 9007199254740993 AS large, 170141183460469231731687303715884105727 AS huge': [
    ['9007199254740993', '170141183460469231731687303715884105727'],
  ],
  "SELECT DATE '2026-11-02', TIMESTAMP '2026-11-02 08:30:00', true, 1.5::DECIMAL(4, 2), 0.1::FLOAT": [
    ['2026-11-02', '2026-11-02 08:30:00', 'true', 1.5, 0.1],
  ],
};

/** Texts that would do something, and why they are refused. */
export const attacks: Record<string, Refusal['kind']> = {
  '': 'empty',
  ' -- nothing\n ; ': 'empty',
  'DROP TABLE town': 'statement',
  'dRoP/**/TABLE town': 'statement',
  '/* SELECT */ DELETE FROM town': 'statement',
  '-- SELECT\nUPDATE town SET people = 0': 'statement',
  'INSERT INTO town VALUES (1, 2)': 'statement',
  'CREATE TABLE x AS SELECT 1': 'statement',
  "COPY town TO 'town.csv'": 'statement',
  "COPY (SELECT 1) TO 'x'": 'statement',
  "ATTACH 'x.db'": 'statement',
  'INSTALL spatial': 'statement',
  'LOAD spatial': 'statement',
  'SET enable_external_access = true': 'statement',
  'RESET lock_configuration': 'statement',
  'PRAGMA database_list': 'statement',
  'CALL pragma_version()': 'statement',
  'EXPLAIN ANALYZE SELECT 1': 'statement',
  CHECKPOINT: 'statement',
  "EXPORT DATABASE 'x'": 'statement',
  BEGIN: 'statement',
  COMMIT: 'statement',
  ROLLBACK: 'statement',
  'PREPARE q AS DELETE FROM town': 'statement',
  'WITH t AS (SELECT 1) INSERT INTO town SELECT 1, 2': 'statement',
  'WITH t AS (SELECT 1) DELETE FROM town': 'statement',
  'WITH t AS (DELETE FROM town RETURNING code) SELECT * FROM t': 'statement',
  '"select" 1': 'statement',
  'SELECT 1; DROP TABLE town': 'several',
  'SELECT 1; SELECT 2;': 'several',
  "SELECT 'a'';'; DELETE FROM town": 'several',
  'SELECT $$;$$; DELETE FROM town': 'several',
  "SELECT E'\\';'; DELETE FROM town --'": 'several',
  'SELECT 1) AS a; DROP TABLE town; --': 'several',
  'SELECT 1) AS a, (SELECT 2': 'parenthesis',
  'PIVOT town ON code USING first(people)': 'pivot',
  'SELECT (1': 'unfinished',
  'SELECT * FROM': 'unfinished',
  "SELECT * FROM read_csv('x.csv')": 'function',
  "SELECT * FROM READ_TEXT ('x')": 'function',
  'SELECT * FROM "read_blob"/* */($$x$$)': 'function',
  "FROM system.main.glob('*')": 'function',
  "SELECT (SELECT count(*) FROM sniff_csv('x'))": 'function',
  "FROM query('DROP TABLE town')": 'function',
  "FROM query_table('town')": 'function',
  'FROM checkpoint()': 'function',
  'FROM duckdb_secrets()': 'function',
  'FROM arrow_scan(1, 2, 3)': 'function',
  "FROM 'x.csv'": 'outside',
  'FROM "x.csv"': 'outside',
  "FROM 'https://example.org/x.csv'": 'outside',
  "SELECT * FROM town, '/etc/passwd.csv'": 'outside',
};

/** What both engines promise of the console. */
export const consoleCases: Record<string, (connector: Connector) => Promise<void>> = {
  'an answer has its columns, types and exact values': async (connector) => {
    const outcome = await askConsole(connector, 'SELECT code, sum(people) AS people FROM town GROUP BY ALL');
    expect(outcome).toMatchObject({
      kind: 'answered',
      answer: {
        columns: [
          { name: 'code', type: 'VARCHAR', kind: 'text' },
          { name: 'people', type: 'DOUBLE', kind: 'number' },
        ],
        capped: false,
      },
    });
  },
  'the row cap is kept and said; exactly as many rows are not capped': async (connector) => {
    const ask = (text: string) => askConsole(connector, text, { rowCap: 5 });
    expect(await ask('FROM range(6)')).toMatchObject({ answer: { capped: true, rows: { length: 5 } } });
    expect(await ask('FROM range(5)')).toMatchObject({ answer: { capped: false, rows: { length: 5 } } });
  },
  'rows keep the order that was asked for': async (connector) => {
    const rows = await rowsOf(
      connector,
      'SELECT (x * 7919) % 50021 AS y FROM range(50021) t(x) ORDER BY y DESC',
    );
    expect(rows.length).toBe(10_000);
    expect(rows.every(([y], index) => y === 50_020 - index)).toBe(true);
  },
  'a mistake has its place in the text': async (connector) => {
    const place = async (text: string) => {
      const outcome = await askConsole(connector, text);
      return outcome.kind === 'answered' ? null : outcome.at && [outcome.at.line, outcome.at.column];
    };
    expect(await place('SELECT 1,\n  nothing\nFROM town')).toEqual([2, 3]);
    expect(await place('SELECT * FORM town')).toEqual([1, 15]);
    expect(await place(`SELECT ${'1 + '.repeat(60)}nothing FROM town`)).toEqual([1, 248]);
    expect(await place('SELECT 1;\nDELETE FROM town')).toEqual([2, 1]);
  },
  'the engine says what is wrong, without our own words around it': async (connector) => {
    const outcome = await askConsole(connector, 'SELECT nothing FROM town');
    expect(outcome).toMatchObject({ kind: 'failed' });
    expect((outcome as Extract<Outcome, { kind: 'failed' }>).message).toMatch(
      /^Binder Error: Referenced column "nothing" not found in FROM clause!/,
    );
    expect((outcome as Extract<Outcome, { kind: 'failed' }>).message).not.toMatch(/LINE|CAST|answer/);
  },
  'a long question is cancelled, and the engine goes on': async (connector) => {
    const stop = new AbortController();
    const reason = new Error('enough');
    const long =
      'SELECT count(*) FROM range(1000000) a, range(1000000) b, range(1000) c WHERE a.range + b.range % 7 = c.range';
    const asked = askConsole(connector, long, { signal: stop.signal });
    setTimeout(() => stop.abort(reason), 300);
    const started = performance.now();
    await expect(asked).rejects.toBe(reason);
    expect(performance.now() - started).toBeLessThan(5000);
    expect(await rowsOf(connector, 'SELECT count(*) FROM town')).toEqual([[3]]);
  },
  'a table that changed is asked as it is now': async (connector) => {
    expect(await rowsOf(connector, 'SELECT max(people) FROM town')).toEqual([[1200]]);
    await connector.append(town, { code: ['004'], people: [5000] });
    expect(await rowsOf(connector, 'SELECT max(people) FROM town')).toEqual([[5000]]);
    await connector.replace(town, { code: ['001'], people: [7] });
    expect(await rowsOf(connector, 'SELECT max(people) FROM town')).toEqual([[7]]);
    await withTowns(connector);
    expect(await rowsOf(connector, 'SELECT max(people) FROM town')).toEqual([[1200]]);
  },
  'other questions are answered while a long one runs': async (connector) => {
    const stop = new AbortController();
    const long = askConsole(connector, 'SELECT count(*) FROM range(1000000) a, range(1000000) b', {
      signal: stop.signal,
    });
    const settled = long.catch((reason: unknown) => reason);
    expect(await connector.query({ sql: 'SELECT count(*) AS n FROM town', parameters: [] })).toEqual([
      { n: 3 },
    ]);
    stop.abort();
    expect(await settled).toBe(stop.signal.reason);
  },
  'even a text that got past every rule could not write': async (connector) => {
    await expect(connector.ask('DELETE FROM town')).rejects.toThrow(/read-only/);
    await expect(connector.ask('SELECT 1; DELETE FROM town')).rejects.toThrow(/multiple statements/);
    await expect(connector.ask('SET threads = 1')).rejects.toThrow(/locked/);
    await expect(connector.ask("COPY town TO 'town.csv'")).rejects.toThrow(/disabled|Permission/);
    expect(await rowsOf(connector, 'SELECT count(*) FROM town')).toEqual([[3]]);
  },
};
