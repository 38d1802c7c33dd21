/** The XML of a workbook by path. */
type Parts = Readonly<Record<string, Uint8Array>>;

const sheetPath = /^xl\/worksheets\/[^/]+\.xml$/;

/**
 * The workbook with numbers that are shown with leading zeros (codes such as ZIP codes, number format `00000`) written as
 * the text that is shown, since the zeros belong to the code. Other numbers stay as they are stored.
 */
export function withLeadingZeros(parts: Parts): Record<string, Uint8Array> {
  const styles = parts['xl/styles.xml'];
  const patterns = styles ? zeroPatterns(new TextDecoder().decode(styles)) : new Map<string, string>();
  if (patterns.size === 0) return { ...parts };
  return Object.fromEntries(
    Object.entries(parts).map(([path, bytes]) => [
      path,
      sheetPath.test(path) ? shown(bytes, patterns) : bytes,
    ]),
  );
}

/** Patterns of zeros by the number of the cell style (ECMA-376 part 1, 18.8.10 and 18.8.31). */
function zeroPatterns(styles: string): Map<string, string> {
  const byFormat = new Map<string, string>();
  for (const [tag] of styles.matchAll(/<(?:\w+:)?numFmt\b[^>]*>/g)) {
    const pattern = zerosOf(attribute(tag, 'formatCode'));
    if (pattern !== null) byFormat.set(attribute(tag, 'numFmtId'), pattern);
  }
  const cellStyles = /<(?:\w+:)?cellXfs\b[^>]*>([\s\S]*?)<\/(?:\w+:)?cellXfs>/.exec(styles)?.[1] ?? '';
  const byStyle = new Map<string, string>();
  [...cellStyles.matchAll(/<(?:\w+:)?xf\b[^>]*>/g)].forEach(([tag], index) => {
    const pattern = byFormat.get(attribute(tag, 'numFmtId'));
    if (pattern !== undefined) byStyle.set(`${index}`, pattern);
  });
  return byStyle;
}

const attribute = (tag: string, name: string) =>
  (new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '').replaceAll('&quot;', '"');

/** `00000`, `00000-0000`, `000\-000;@`: two zeros or more with spaces and hyphens; null for any other format. */
function zerosOf(format: string): string | null {
  const [positive = ''] = format.split(';');
  const plain = positive.replace(/["\\]|_.|\[[^\]]*\]/g, '').trim();
  return /^0[0 -]*0$/.test(plain) ? plain : null;
}

const numericCell =
  /(<(?:\w+:)?c\b)([^>]*\ss="(\d+)"[^>]*)(>\s*(?:<(?:\w+:)?f\b[^>]*>[^<]*<\/(?:\w+:)?f>)?\s*<(?:\w+:)?v>)(\d+)(<)/g;

function shown(sheet: Uint8Array, patterns: ReadonlyMap<string, string>): Uint8Array {
  const xml = new TextDecoder().decode(sheet).replace(numericCell, (whole: string, ...groups: string[]) => {
    const [start = '', attributes = '', style = '', before = '', digits = '', after = ''] = groups;
    const pattern = patterns.get(style);
    const type = attribute(attributes, 't');
    if (pattern === undefined || (type !== '' && type !== 'n')) return whole;
    const typed = `${attributes.replace(/\st="n"/, '')} t="str"`;
    return `${start}${typed}${before}${filledIn(pattern, digits)}${after}`;
  });
  return new TextEncoder().encode(xml);
}

/** The digits in the place of the zeros, from the right; more digits than zeros stand before the first. */
function filledIn(pattern: string, digits: string): string {
  const places = pattern.replace(/[^0]/g, '').length;
  const padded = digits.padStart(places, '0');
  const surplus = padded.slice(0, padded.length - places);
  let at = surplus.length;
  return surplus + pattern.replace(/0/g, () => padded[at++] ?? '0');
}
