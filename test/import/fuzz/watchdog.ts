import { Worker } from 'node:worker_threads';

/** Runs in a thread of its own, as a loop without end stops every clock of this one. */
const watch = `
const { workerData: { beats, patience } } = require('node:worker_threads');
const { writeSync } = require('node:fs');
let [last, since] = [-1, Date.now()];
setInterval(() => {
  const beat = Atomics.load(beats, 0);
  if (beat !== last) [last, since] = [beat, Date.now()];
  else if (Date.now() - since > patience) {
    writeSync(2, 'fuzz: no end of input ' + beat + ' of seeds ' + Atomics.load(beats, 1) + '\\n');
    process.kill(process.pid, 'SIGKILL');
  }
}, 500);
`;

/**
 * Ends the process, and says at which input, when none was begun for a while: a reader that never returns cannot be
 * stopped from its own thread. `beat` says that an input begins; `stop` is to be called at the end.
 */
export function watchdog(group: number, patienceMilliseconds: number) {
  const beats = new Int32Array(new SharedArrayBuffer(8));
  Atomics.store(beats, 1, group);
  const worker = new Worker(watch, { eval: true, workerData: { beats, patience: patienceMilliseconds } });
  return {
    beat: (input: number) => Atomics.store(beats, 0, input),
    stop: () => worker.terminate(),
  };
}
