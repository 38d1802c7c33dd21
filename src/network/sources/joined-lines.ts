/**
 * Lines joined where the end of one is an end of another, turned round where they meet head to head. Each is used once, those
 * that come first as beginnings; where three or more meet, any two go on as one. A line may come back to its own beginning.
 *
 * @param lines places by their number, two or more each
 */
export function joinedAtEnds(lines: readonly Int32Array[]): Int32Array[] {
  const waiting = new Map<number, number[]>();
  for (const [line, places] of lines.entries())
    for (const end of [firstOf(places), lastOf(places)])
      if (waiting.get(end)?.push(line) === undefined) waiting.set(end, [line]);
  const isUsed = new Uint8Array(lines.length);
  /** Takes a line that has an end at a place, as it goes on from there; null where none is left. */
  const take = (place: number): Int32Array | null => {
    const line = waiting.get(place)?.find((one) => isUsed[one] === 0);
    const places = line === undefined ? undefined : lines[line];
    if (line === undefined || !places) return null;
    isUsed[line] = 1;
    return firstOf(places) === place ? places : places.toReversed();
  };
  return lines.flatMap((places, line) => {
    if (isUsed[line] === 1) return [];
    isUsed[line] = 1;
    const after = goingOn(places, take);
    const start = firstOf(places);
    const isClosed = lastOf(after.at(-1) ?? places) === start;
    const before = isClosed ? [] : goingOn(places.toReversed(), take).map((one) => one.toReversed());
    return [oneOf([...before.reverse(), places, ...after])];
  });
}

/** What follows a line until its end meets nothing more, or its own beginning. */
function goingOn(line: Int32Array, take: (place: number) => Int32Array | null): Int32Array[] {
  const found: Int32Array[] = [];
  for (let end = lastOf(line); end !== firstOf(line);) {
    const next = take(end);
    if (!next) break;
    found.push(next);
    end = lastOf(next);
  }
  return found;
}

/** Lines that follow each other as one: the place where two meet counts once. */
function oneOf(lines: readonly Int32Array[]): Int32Array {
  const one = new Int32Array(lines.reduce((count, line) => count + line.length - 1, 1));
  let at = 0;
  for (const line of lines) {
    one.set(line, at);
    at += line.length - 1;
  }
  return one;
}

const firstOf = (line: Int32Array) => line[0] ?? -1;
const lastOf = (line: Int32Array) => line.at(-1) ?? -1;
