import { describe, expect, test } from 'vitest';
import { importFiles } from '../../src/import/import-files.ts';
import { mutated } from './fuzz-mutations.ts';
import { seeds, wrapped } from './fuzz-seeds.ts';
import { facts } from './read.ts';

/** Inputs over all formats. More, for a night: GUICHET_FUZZ_INPUTS. */
const inputs = Number(process.env.GUICHET_FUZZ_INPUTS ?? 10_000);
const each = Math.ceil(inputs / Object.keys(seeds).length);
/** From which number on: another one tries others. */
const firstSeed = Number(process.env.GUICHET_FUZZ_SEED ?? 1);
/** The longest that one of these tiny files may take. */
const patienceMs = 3000;

/** What went wrong with one input, or null. */
async function problemOf(bytes: Uint8Array): Promise<string | null> {
  const began = performance.now();
  try {
    const { files } = await importFiles([{ name: 'fuzzed', bytes }], null, facts);
    if (files.length === 0) return 'no report';
    for (const { rows, issues } of files) {
      if (rows.read !== rows.kept + rows.listed)
        return `${rows.read} read, ${rows.kept} kept, ${rows.listed} listed`;
      if (rows.kept === 0 && !issues.some(({ severity }) => severity === 'error'))
        return 'nothing kept, no reason';
    }
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
  const took = performance.now() - began;
  return took > patienceMs ? `took ${Math.round(took)} ms` : null;
}

describe('files changed at random: none throws or hangs, rows read are rows kept and rows listed', () => {
  test.each(Object.entries(seeds))(
    '%s',
    async (name, { bytes, text }) => {
      for (let seed = firstSeed; seed < firstSeed + each; seed += 1) {
        const problem = await problemOf(wrapped(name, mutated(bytes, seed, text)));
        expect(problem, `${name}, seed ${seed}`).toBeNull();
      }
    },
    120_000,
  );
});
