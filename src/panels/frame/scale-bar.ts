/** A length on the ground that the map draws as a bar. */
export interface ScaleBar {
  metres: number;
  /** How long it is on the map. */
  pixels: number;
}

/** The longest bar, in pixels, as on the screen. */
export const longestBar = 96;

const rounds = [5, 3, 2, 1];

/** The longest bar of a round length (1, 2, 3 or 5 times a power of ten metres) that is no longer than `longestBar`. */
export function scaleBar(metresPerPixel: number): ScaleBar {
  const most = metresPerPixel * longestBar;
  const power = 10 ** Math.floor(Math.log10(most));
  const metres = power * (rounds.find((round) => round * power <= most) ?? 1);
  return { metres, pixels: metres / metresPerPixel };
}
