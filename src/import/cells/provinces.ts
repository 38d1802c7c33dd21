import { normaliseName } from './names.ts';

interface Province {
  /** Two-letter postal abbreviation, the form the tables use. */
  code: string;
  /** Standard Geographical Classification, first two digits of every census code. */
  sgc: string;
  names: readonly string[];
}

/** Statistics Canada, Standard Geographical Classification 2021; names in both languages and older abbreviations. */
export const provinces: readonly Province[] = [
  {
    code: 'NL',
    sgc: '10',
    names: ['newfoundland and labrador', 'terre neuve et labrador', 'newfoundland', 'nfld', 'n l', 't n l'],
  },
  {
    code: 'PE',
    sgc: '11',
    names: ['prince edward island', 'ile du prince edouard', 'pei', 'p e i', 'ipe', 'i p e'],
  },
  { code: 'NS', sgc: '12', names: ['nova scotia', 'nouvelle ecosse', 'n s', 'n e'] },
  { code: 'NB', sgc: '13', names: ['new brunswick', 'nouveau brunswick', 'n b'] },
  { code: 'QC', sgc: '24', names: ['quebec', 'pq', 'que', 'qc'] },
  { code: 'ON', sgc: '35', names: ['ontario', 'ont'] },
  { code: 'MB', sgc: '46', names: ['manitoba', 'man'] },
  { code: 'SK', sgc: '47', names: ['saskatchewan', 'sask'] },
  { code: 'AB', sgc: '48', names: ['alberta', 'alta', 'alb'] },
  { code: 'BC', sgc: '59', names: ['british columbia', 'colombie britannique', 'b c', 'c b'] },
  { code: 'YT', sgc: '60', names: ['yukon', 'yukon territory', 'territoire du yukon', 'yk', 'y t', 'yn'] },
  {
    code: 'NT',
    sgc: '61',
    names: ['northwest territories', 'territoires du nord ouest', 'nwt', 'n w t', 't n o', 'tno', 'n t'],
  },
  { code: 'NU', sgc: '62', names: ['nunavut', 'nvt'] },
];

const byWord = new Map(
  provinces.flatMap(({ code, sgc, names }) =>
    [code.toLowerCase(), sgc, ...names].map((word) => [word, code] as const),
  ),
);
const bySgc = new Map(provinces.map(({ code, sgc }) => [sgc, code]));

/** Province from its name in English or French, its abbreviation or its census code (`13`, `13.0`); null when it is none of them. */
export function provinceOf(text: string): string | null {
  return byWord.get(text.toLowerCase()) ?? byWord.get(normaliseName(text.replace(/\.0$/, ''))) ?? null;
}

/** Province from the first two digits of a census code, or null. */
export function provinceOfCensusCode(code: string): string | null {
  return bySgc.get(code.slice(0, 2)) ?? null;
}

/** Province from the first letter of a postal code, or null; X is shared by the Northwest Territories and Nunavut. */
export function provinceOfPostalCode(code: string): string | null {
  const letters: Record<string, string> = {
    A: 'NL',
    B: 'NS',
    C: 'PE',
    E: 'NB',
    G: 'QC',
    H: 'QC',
    J: 'QC',
    K: 'ON',
    L: 'ON',
    M: 'ON',
    N: 'ON',
    P: 'ON',
    R: 'MB',
    S: 'SK',
    T: 'AB',
    V: 'BC',
    Y: 'YT',
  };
  return letters[code.slice(0, 1).toUpperCase()] ?? null;
}
