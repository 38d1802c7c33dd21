import type { AreaLevel } from '../../model/tables.ts';
import { provinceOfCensusCode, provinceOfPostalCode } from './provinces.ts';

/** What an area's code says about it. */
export interface AreaCode {
  level: AreaLevel;
  /** The same for every way of writing one area's code (`2021A00051301001` and `1301001`): tables join on it. */
  key: string;
  province: string | null;
  /** DGUID of the area it lies in, for a code that says so; else null. */
  parent: string | null;
}

/**
 * Levels by the four digits of a dissemination geography identifier (Statistics Canada, Dissemination Geography
 * Unique Identifier, Definition and Structure, 2021): vintage, type, schema, then the area's own code.
 */
const levelOfSchema: Record<string, AreaLevel> = {
  '0000': 'country',
  '0002': 'province',
  '0003': 'CD',
  '0005': 'CSD',
  '0011': 'FSA',
  '0507': 'CT',
  '0512': 'DA',
  '0513': 'block',
  '0516': 'ADA',
};

const dguidPattern = /^(\d{4})([ASZ])(\d{4})([0-9A-Z.]+)$/;

/** True for text with the shape of a DGUID, whatever its level. */
export const isDguid = (text: string) => dguidPattern.test(text.trim());

/** True for a forward sortation area, such as `K1A`. */
export const isFsa = (text: string) => /^[ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z]$/.test(text.trim());

/** Levels by the number of digits of a bare census code. */
const levelOfLength: Record<number, AreaLevel> = { 2: 'province', 4: 'CD', 7: 'CSD', 8: 'DA', 11: 'block' };

/**
 * Level and province of a code: a DGUID, an FSA, a bare census code (its digits must begin with a province's), or any
 * other text, which names a community. `bare` is false for a column that may number its rows: then 11 is no province.
 * Null for a DGUID of a level that the tables do not have.
 */
export function readAreaCode(text: string, bare = true): AreaCode | null {
  const code = withoutDecimals(text.trim());
  const dguid = dguidPattern.exec(code);
  if (dguid) return readDguid(dguid);
  if (isFsa(code)) return census('FSA', code);
  if (!bare) return community(code);
  if (/^\d{7}\.\d\d$/.test(code)) return census('CT', code);
  const level = /^\d+$/.test(code) ? levelOfLength[code.length] : undefined;
  if (level && provinceOfCensusCode(code)) return census(level, code);
  // Statistics Canada's tables without DGUIDs write Canada as 01.
  if (code === '01') return census('country', code);
  return community(code);
}

/** A code that a spreadsheet took for a number and wrote as `4806016.0`. */
const withoutDecimals = (code: string) => code.replace(/^(\d+)\.0$/, '$1');

const community = (code: string): AreaCode => ({
  level: 'community',
  key: `community:${code}`,
  province: null,
  parent: null,
});

function readDguid(match: RegExpExecArray): AreaCode | null {
  const [, vintage = '', , schema = '', code = ''] = match;
  const level = levelOfSchema[schema];
  if (!level) return null;
  return { ...census(level, code), parent: parentOf(level, vintage, code) };
}

function census(level: AreaLevel, code: string): AreaCode {
  const province =
    level === 'country' || level === 'CT'
      ? null
      : level === 'FSA'
        ? provinceOfPostalCode(code)
        : provinceOfCensusCode(code);
  return { level, key: level === 'country' ? 'country' : `${level}:${code}`, province, parent: null };
}

function parentOf(level: AreaLevel, vintage: string, code: string): string | null {
  if (level === 'province') return `${vintage}A000011124`;
  if (level === 'CD' || level === 'FSA') return level === 'CD' ? `${vintage}A0002${code.slice(0, 2)}` : null;
  return level === 'CSD' || level === 'DA' || level === 'block' ? `${vintage}A0003${code.slice(0, 4)}` : null;
}

/** From the coarsest to the finest; a finer area lies in a coarser one. */
const fineness: readonly AreaLevel[] = [
  'country',
  'province',
  'region',
  'CD',
  'CSD',
  'community',
  'FSA',
  'ADA',
  'CT',
  'neighbourhood',
  'DA',
  'block',
];

/** A larger number for a finer level. */
export const finenessOf = (level: AreaLevel) => fineness.indexOf(level);
