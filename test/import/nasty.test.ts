import { strToU8 } from 'fflate';
import { expect, test } from 'vitest';
import { importFiles } from '../../src/import/import-files.ts';
import { heldLines, reportLines } from './nasty-file.ts';
import { nastyBinary } from './nasty-binary.ts';
import { nastySpatial } from './nasty-spatial.ts';
import { nastyText } from './nasty-text.ts';
import { facts } from './read.ts';

/** The longest that any of these small files may take. */
const patience = 10_000;

test.each([...nastyText, ...nastyBinary, ...nastySpatial])(
  '$what',
  async ({ file = 'nasty.csv', bytes, text = '', reports, holds }) => {
    const result = await importFiles([{ name: file, bytes: bytes ?? strToU8(text) }], null, facts);
    expect(reportLines(result)).toEqual(reports);
    if (holds) expect(heldLines(result)).toEqual(holds);
    for (const { rows } of result.files) expect(rows.read).toBe(rows.kept + rows.listed);
  },
  patience,
);
