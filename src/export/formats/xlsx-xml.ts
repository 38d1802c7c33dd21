import { isDay, runsAsFormula, type ExportKind, type ExportValue } from '../export-table.ts';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Cell styles, by their place in `styles.xml`. */
const style = { plain: 0, date: 1, header: 2, quoted: 3 } as const;

/**
 * Text for XML: what XML 1.0 (2.2) has no place for is written `_xHHHH_` (ECMA-376 Part 1, 22.9.2.19), as is the
 * underscore of text that looks so already. Lines break by LF, as they do in Excel; half surrogates become U+FFFD.
 */
const xmlText = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    // Written by their numbers: these are the very letters that XML cannot hold.
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, (letter) => {
      const code = letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
      return `_x${code}_`;
    })
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

/** Day 61 of Excel's calendar: before 1 March 1900 it counts a day that never was. */
const firstSureDay = Date.UTC(1900, 2, 1);
const dayZero = Date.UTC(1899, 11, 30);
const dayMilliseconds = 86_400_000;

/** A day as Excel's number; null for text that is no day, and for days that Excel's calendar has wrong. */
function serialOf(value: ExportValue): number | null {
  if (!isDay(value)) return null;
  const time = Date.parse(`${value}T00:00:00Z`);
  return time < firstSureDay ? null : (time - dayZero) / dayMilliseconds;
}

/** `A`, ..., `Z`, `AA`: the letters of a column, 0-based. */
function columnLetters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnLetters(Math.floor(column / 26) - 1) + last;
}

const styled = (of: number) => (of === style.plain ? '' : ` s="${of}"`);

const textCell = (at: string, text: string, of: number = style.plain) =>
  `<c r="${at}"${styled(of)} t="inlineStr"><is><t xml:space="preserve">${xmlText(text)}</t></is></c>`;

/**
 * Text never becomes a formula: a formula has an element of its own, and a cell that looks like one is marked as text
 * (`quotePrefix`), so that editing it does not make it one. An empty cell is none.
 */
function cellXml(at: string, value: ExportValue, kind: ExportKind): string {
  if (value === null || value === '') return '';
  if (typeof value === 'number') return `<c r="${at}"><v>${value}</v></c>`;
  if (typeof value === 'boolean') return `<c r="${at}" t="b"><v>${value ? 1 : 0}</v></c>`;
  const serial = kind === 'date' ? serialOf(value) : null;
  if (serial === null) return textCell(at, value, runsAsFormula(value) ? style.quoted : style.plain);
  return `<c r="${at}"${styled(style.date)}><v>${serial}</v></c>`;
}

/** A row of the sheet, numbered from 1. Addresses may be left out by the standard, but not every program reads on without. */
export function rowXml(number: number, row: readonly ExportValue[], kinds: readonly ExportKind[]): string {
  const cells = row.map((value, column) =>
    cellXml(`${columnLetters(column)}${number}`, value, kinds[column] ?? 'text'),
  );
  return `<row r="${number}">${cells.join('')}</row>`;
}

/** The first row: the columns' labels. */
export const headerXml = (labels: readonly string[]) =>
  `<row r="1">${labels.map((label, column) => textCell(`${columnLetters(column)}1`, label, style.header)).join('')}</row>`;

/** What stands before and after the rows of a sheet; its first row stays in view when `frozen`. */
export const sheetXml = (frozen: boolean) => ({
  before: `${head}<worksheet xmlns="${main}">${frozen ? frozenPane : ''}<sheetData>`,
  after: '</sheetData></worksheet>',
});

const frozenPane =
  '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>';

/** The parts of a workbook beside its sheets, by path (ECMA-376 Part 1, 12). */
export function packageParts(sheets: readonly string[]): Record<string, string> {
  const numbers = sheets.map((_, index) => index + 1);
  const part = (name: string, type: string) =>
    `<Override PartName="/xl/${name}.xml" ContentType="${types}.${type}+xml"/>`;
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${relations}/${type}" Target="${target}"/>`;
  const related = (inner: string) =>
    `${head}<Relationships xmlns="${packages}/relationships">${inner}</Relationships>`;
  const each = (write: (number: number) => string) => numbers.map(write).join('');
  const named = (number: number) => xmlText(sheets[number - 1] ?? '');
  return {
    '[Content_Types].xml': `${head}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part('workbook', 'sheet.main')}${part('styles', 'styles')}${each((number) => part(`worksheets/sheet${number}`, 'worksheet'))}</Types>`,
    '_rels/.rels': related(relation('rId1', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': `${head}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${each((number) => `<sheet name="${named(number)}" sheetId="${number}" r:id="rId${number}"/>`)}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': related(
      `${each((number) => relation(`rId${number}`, 'worksheet', `worksheets/sheet${number}.xml`))}${relation(`rId${sheets.length + 1}`, 'styles', 'styles.xml')}`,
    ),
    'xl/styles.xml': stylesXml,
  };
}

const stylesXml = `${head}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
