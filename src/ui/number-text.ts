/** What a person typed where a number belongs. */
export type NumberReading =
  { kind: 'number'; value: number } | { kind: 'not a number' } | { kind: 'out of range' };

/**
 * Reads a number as a person of either language writes it: `12.5`, `12,5`, `1 234`. Both limits are in. A comma is the
 * decimal sign, unless the reader's language has a point there and three digits follow: then it groups (`1,500`).
 */
export function readNumber(text: string, min: number, max: number, decimalSign: '.' | ','): NumberReading {
  const bare = text.replace(/[\s\u00a0\u202f]/g, '');
  const grouped = decimalSign === '.' && /^\d{1,3}(,\d{3})+(\.\d*)?$/.test(bare);
  const plain = grouped ? bare.replaceAll(',', '') : bare.replace(',', '.');
  if (!/^-?(\d+\.?\d*|\.\d+)$/.test(plain)) return { kind: 'not a number' };
  const value = Number(plain);
  return value < min || value > max ? { kind: 'out of range' } : { kind: 'number', value };
}

/** One step up or down, kept on the grid of steps and inside both limits. */
export function stepNumber(value: number, steps: number, step: number, min: number, max: number): number {
  const onGrid = steps > 0 ? Math.floor(value / step + 1e-9) : Math.ceil(value / step - 1e-9);
  const moved = Number(((onGrid + steps) * step).toPrecision(12));
  return Math.min(max, Math.max(min, moved));
}
