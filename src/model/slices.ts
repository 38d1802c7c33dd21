/** How long a slice of work may keep the thread before messages are let in, milliseconds. */
const sliceMilliseconds = 30;

/** Runs a generator to its end in one go; gives what it returns. */
export function runThrough<Result>(steps: Generator<unknown, Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/**
 * Runs a generator in slices so that its thread still hears a cancel, and reports its newest step after each slice.
 * Resolves with what it returns, as `value`, or with null when it was cancelled.
 */
export async function runInSlices<Result>(
  steps: Generator<number, Result>,
  { isCancelled, onStep }: { isCancelled: () => boolean; onStep?: ((step: number) => void) | undefined },
): Promise<{ value: Result } | null> {
  for (;;) {
    const until = performance.now() + sliceMilliseconds;
    let step = steps.next();
    while (!step.done && performance.now() < until) step = steps.next();
    if (step.done) return { value: step.value };
    onStep?.(step.value);
    await new Promise((resolve) => setTimeout(resolve, 0));
    if (isCancelled()) return null;
  }
}

/** Runs a generator in slices and hands over what it returns, unless it is stopped before: gives what stops it. */
export function takeInSlices<Result>(
  steps: Generator<number, Result>,
  take: (result: Result) => void,
): () => void {
  let isCancelled = false;
  void runInSlices(steps, { isCancelled: () => isCancelled }).then((found) => {
    if (found && !isCancelled) take(found.value);
  });
  return () => {
    isCancelled = true;
  };
}
