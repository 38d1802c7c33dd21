import { expect, test } from 'vitest';
import { importFiles } from '../../../src/import/import-files.ts';
import { readTable } from '../../../src/import/read/read-table.ts';
import { facts } from '../read.ts';
import { seeded } from './mutate.ts';
import { damaged, seeds } from './seeds.ts';
import { watchdog } from './watchdog.ts';

/** `GUICHET_FUZZ_INPUT=csv:1234` runs one input again; `GUICHET_FUZZ_TIMES=10` ten times as many of each format. */
const again = /^(\w+):(\d+)$/.exec(process.env.GUICHET_FUZZ_INPUT ?? '');
const times = Number(process.env.GUICHET_FUZZ_TIMES ?? 1);

/** No input of a few kilobytes may take longer. */
const patienceMilliseconds = 5000;
/** At the same time, so that waiting for a turn is not what takes the time. */
const atOnce = 16;
/** One in so many is read twice and compared. */
const repeated = 25;

async function tryInput(format: string, input: number, beat: (input: number) => void): Promise<void> {
  beat(input);
  const bytes = damaged(seeds[format]?.seeds ?? [], seeded(input + 1));
  const start = performance.now();
  const contents = await readTable({ name: 'a', bytes });
  expect(contents.table.read).toBeGreaterThanOrEqual(contents.table.rows.length);
  const first = await importFiles([{ name: 'a', bytes }], null, facts);
  const { files, project } = first;
  expect(performance.now() - start).toBeLessThan(patienceMilliseconds * atOnce);
  expect(files.length).toBeGreaterThan(0);
  for (const { rows, issues } of files) {
    expect(rows.read).toBe(rows.kept + rows.listed);
    if (rows.kept === 0) expect(issues.some(({ severity }) => severity === 'error')).toBe(true);
    for (const { row } of issues) if (row !== null) expect(row > 0 && row <= rows.read).toBe(true);
  }
  for (const { lon, lat } of project.tables.service_point) {
    expect(lon === null || Math.abs(lon) <= 180).toBe(true);
    expect(lat === null || Math.abs(lat) <= 90).toBe(true);
  }
  if (input % repeated > 0) return;
  const second = await importFiles([{ name: 'a', bytes }], null, facts);
  expect(second).toEqual(first);
}

/** Says which input it was that went wrong. */
async function named(format: string, input: number, beat: (input: number) => void): Promise<void> {
  try {
    await tryInput(format, input, beat);
  } catch (error) {
    throw new Error(`GUICHET_FUZZ_INPUT=${format}:${input}`, { cause: error });
  }
}

test.each(Object.entries(seeds))(
  '%s damaged at random: no exception, no hang, no row lost',
  async (format, { inputs }) => {
    if (again && again[1] !== format) return;
    const [from, to] = again ? [Number(again[2]), Number(again[2]) + 1] : [0, inputs * times];
    const dog = watchdog(Object.keys(seeds).indexOf(format), patienceMilliseconds * 4);
    try {
      for (let first = from; first < to; first += atOnce) {
        const batch = Array.from({ length: Math.min(atOnce, to - first) }, (_, index) => first + index);
        await Promise.all(batch.map((input) => named(format, input, dog.beat)));
      }
    } finally {
      await dog.stop();
    }
  },
  600_000 * times,
);
