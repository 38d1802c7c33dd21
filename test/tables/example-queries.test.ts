import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { languages } from '../../src/model/text.ts';
import { projectTableNames } from '../../src/model/tables.ts';
import { samples } from '../../src/state/opening.ts';
import { parseProject } from '../../src/state/project.svelte.ts';
import type { Connector } from '../../src/tables/connector.ts';
import { openDuckDbNode } from '../../src/tables/connectors/duckdb-node.ts';
import { askConsole } from '../../src/tables/console.ts';
import { readConsoleTables, writtenName } from '../../src/tables/console-schema.ts';
import { exampleQueries, type ExampleQuery } from '../../src/tables/example-queries.ts';
import { sqlMessages } from '../../src/model/messages/sql.ts';
import { analysed } from '../analysis/projects.ts';

const examples = Object.keys(exampleQueries) as ExampleQuery[];

describe.each(samples)('%s', (sample) => {
  const file = new URL(`../../public/samples/${sample}.json`, import.meta.url);
  const project = parseProject(readFileSync(file, 'utf8'));
  let connector: Connector;
  beforeAll(async () => {
    connector = await openDuckDbNode();
    await analysed(connector, project.tables);
  });
  afterAll(() => connector.close());

  test.each(examples)('%s runs in both languages and gives the same number of rows', async (example) => {
    const counts: number[] = [];
    for (const language of languages) {
      const outcome = await askConsole(connector, exampleQueries[example]({ language, asOf: project.asOf }));
      if (outcome.kind !== 'answered') throw new Error(JSON.stringify(outcome));
      counts.push(outcome.answer.rows.length);
    }
    expect(counts[0]).toBe(counts[1]);
    if (project.tables.tenure.length > 0 || example !== 'leasesEnding') expect(counts[0]).toBeGreaterThan(0);
  });

  test('people by province add up to the people of the demand areas', async () => {
    const outcome = await askConsole(connector, exampleQueries.peopleByProvince());
    if (outcome.kind !== 'answered') throw new Error(JSON.stringify(outcome));
    const people = outcome.answer.rows.reduce((sum, row) => sum + Number(row[2]), 0);
    const counted = project.tables.area.filter(({ demand }) => demand);
    expect(people).toBe(counted.reduce((sum, { population }) => sum + (population ?? 0), 0));
  });

  test('the list of tables is the engine’s, with every row counted', async () => {
    const tables = await readConsoleTables(connector);
    for (const name of projectTableNames) {
      const table = tables.find((candidate) => candidate.name === name);
      expect(table?.rows).toBe(project.tables[name].length);
      expect(table?.columns.length).toBeGreaterThan(2);
    }
    expect(tables.map(({ name }) => name)).toEqual(expect.arrayContaining(['travel', 'point_travel']));
    for (const { name } of tables) expect(sqlMessages.fr.table).toHaveProperty(name);
  });
});

test('an engine without tables has an empty list', async () => {
  const connector = await openDuckDbNode();
  expect(await readConsoleTables(connector)).toEqual([]);
  await connector.close();
});

test('names are quoted only where they must be', () => {
  expect(['area', 'file_été', 'O\'Brien "A"', 'Area'].map(writtenName)).toEqual([
    'area',
    '"file_été"',
    '"O\'Brien ""A"""',
    '"Area"',
  ]);
});
