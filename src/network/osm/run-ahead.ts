import type { InflateAhead, OsmCounts, OsmFile } from './osm.ts';

/**
 * Runs steps that read a file, through a file whose readings each are one step: they are waited for while other threads
 * inflate what comes next (see `OsmFile.readAhead`). Rejects as the steps throw.
 */
export async function runAhead<Result>(
  file: OsmFile,
  inflate: InflateAhead,
  stepsOf: (file: OsmFile) => Generator<unknown, Result>,
): Promise<Result> {
  let reading: Promise<OsmCounts> | null = null;
  const steps = stepsOf({
    ...file,
    *steps(wants) {
      let counts: OsmCounts | null = null;
      reading = file.readAhead(wants, inflate).then((read) => (counts = read));
      yield { bytesRead: 0, bytes: 1 };
      if (!counts) throw new Error('expected counts of a reading, got none');
      return counts;
    },
  });
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await reading;
  }
}
