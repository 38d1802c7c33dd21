import fc from 'fast-check';
import type { Project } from '../../src/model/project.ts';
import {
  accessModes,
  areaLevels,
  locationMethods,
  ordersOfGovernment,
  pointKinds,
  projectTableNames,
  waitingKinds,
  type ProjectTableName,
  type ProjectTables,
} from '../../src/model/tables.ts';
import { projectSchemas, type ColumnType } from '../../src/tables/schema.ts';
import { ownProject } from './small-projects.ts';

/** Text that files hold and formats trip over. */
const texts = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(
    '',
    'O’Brien "A"',
    "it's",
    'Behchokǫ̀',
    '007',
    'a,b;c\td',
    'line\r\nbreak',
    '\ufeffx',
    'null',
    '😀',
  ),
);
const values: Record<ColumnType, fc.Arbitrary<unknown>> = {
  VARCHAR: fc.option(texts, { freq: 4 }),
  DOUBLE: fc.option(fc.double({ noNaN: true }), { freq: 4 }),
  INTEGER: fc.option(fc.integer(), { freq: 4 }),
  BOOLEAN: fc.boolean(),
};
const words: Partial<Record<ProjectTableName, Record<string, fc.Arbitrary<unknown>>>> = {
  organization: { government: fc.constantFrom(...ordersOfGovernment) },
  service_point: {
    kind: fc.constantFrom(...pointKinds),
    location_method: fc.constantFrom(...locationMethods),
    location_doubt: fc.boolean(),
  },
  waiting: { becomes: fc.constantFrom(...waitingKinds) },
  area: { level: fc.constantFrom(...areaLevels), access: fc.constantFrom(...accessModes, null) },
};

function rowsOf(name: ProjectTableName): fc.Arbitrary<object[]> {
  const columns = projectSchemas[name].columns.map(
    (column) => [column.name, words[name]?.[column.name] ?? values[column.type]] as const,
  );
  return fc.array(fc.record(Object.fromEntries(columns), { noNullPrototype: true }), { maxLength: 6 });
}

/** Any project of a person's own, with any rows. */
export const anyProject: fc.Arbitrary<Project> = fc
  .record(
    {
      tables: fc.record(Object.fromEntries(projectTableNames.map((name) => [name, rowsOf(name)])), {
        noNullPrototype: true,
      }),
      en: texts,
      fr: texts,
      sql: texts,
    },
    { noNullPrototype: true },
  )
  .map(({ tables, en, fr, sql }) =>
    ownProject({
      name: { en, fr },
      tables: tables as unknown as ProjectTables,
      queries: [{ id: 'q', name: en, sql }],
    }),
  );
