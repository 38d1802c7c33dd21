import { isDguid, isFsa } from '../cells/area-codes.ts';
import { isCanadianLatitude, isCanadianLongitude } from '../cells/canada.ts';
import { fieldRules } from './field-rules.ts';
import type { Field } from './fields.ts';
import { provinceOf } from '../cells/provinces.ts';
import { sampleOf, type RawTable } from '../read/table.ts';
import { parseDegrees, parsePostalCode } from '../cells/values.ts';

/** A meaning that a column's values show by themselves; `fit` is the share of its filled cells that have it. */
export interface ValueMatch {
  column: number;
  field: Field;
  fit: number;
}

/** Fewer filled cells than this show nothing. */
const fewestCells = 3;
/** Values without a name must all but agree. */
const leastFit = 0.95;

/** Meanings whose values have a shape of their own, so that a name is not needed. The first that fits has the column. */
const shapes: readonly { field: Field; fits: (text: string) => boolean }[] = [
  { field: 'code', fits: isDguid },
  { field: 'postal_code', fits: (text) => parsePostalCode(text) !== null },
  { field: 'code', fits: isFsa },
  { field: 'province', fits: (text) => /\p{L}/u.test(text) && provinceOf(text) !== null },
  { field: 'weekly_hours', fits: (text) => /^[1-7][-,1-7]* \d\d:\d\d-\d\d:\d\d/.test(text) },
  {
    field: 'opening_hours',
    fits: (text) => /^(Mo|Tu|We|Th|Fr|Sa|Su)\b[^;]*\d\d:\d\d-\d\d:\d\d/.test(text),
  },
];

/** A number with decimals that is in Canada's box is hardly anything else than a coordinate. */
const decimalThat = (fits: (degrees: number) => boolean) => (text: string) => {
  const degrees = /\d[.,]\d{2,}/.test(text) ? parseDegrees(text) : null;
  return degrees !== null && fits(degrees);
};

/** What the columns that `isNameless` says are not named for anything we know hold, by their values alone. */
export function matchValues(table: RawTable, isNameless: (column: number) => boolean): ValueMatch[] {
  const columns = table.columns.flatMap((_, column) => {
    const values = isNameless(column) ? sampleOf(table, column) : [];
    return values.length >= fewestCells ? [{ column, values }] : [];
  });
  const shaped = columns.flatMap(({ column, values }): ValueMatch[] => {
    for (const { field, fits } of shapes) {
      const fit = shareOf(values, fits);
      if (fit >= leastFit) return [{ column, field, fit }];
    }
    return [];
  });
  return [...shaped, ...coordinates(columns)];
}

/** A latitude counts only beside a longitude, and there must be one of each: two could be a box. */
function coordinates(columns: readonly { column: number; values: string[] }[]): ValueMatch[] {
  const inRange = (field: Field, fits: (text: string) => boolean) =>
    columns
      .map(({ column, values }) => ({ column, field, fit: shareOf(values, fits) }))
      .filter(({ fit }) => fit >= leastFit);
  const [lat, lon] = [
    inRange('lat', decimalThat(isCanadianLatitude)),
    inRange('lon', decimalThat(isCanadianLongitude)),
  ];
  return lat.length === 1 && lon.length === 1 ? [...lat, ...lon] : [];
}

const shareOf = (values: readonly string[], fits: (text: string) => boolean) =>
  values.filter(fits).length / values.length;

const cellsTried = 100;

/**
 * The meanings that each column's values could have, for a person to choose from: those that ask something of a value and
 * get it. Meanings that any text has, such as a name, are not among them.
 */
export function fittingFields(table: RawTable): Field[][] {
  return table.columns.map((_, column) => {
    const values = sampleOf(table, column, cellsTried);
    if (values.length === 0) return [];
    const shares = new Map<(text: string) => boolean, number>();
    const fitting = fieldRules.filter(({ fits, minimumFit }) => {
      const share = shares.get(fits) ?? shareOf(values, fits);
      shares.set(fits, share);
      return minimumFit > 0 && share >= minimumFit;
    });
    return [...new Set(fitting.map(({ field }) => field))];
  });
}
