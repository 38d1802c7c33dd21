/** km/h; a limit beyond it is a slip of the pen, and none: no road has one as high. */
export const highestLimitKmh = 200;
