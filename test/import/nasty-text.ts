import { strToU8 } from 'fflate';
import type { NastyFile } from './nasty-file.ts';

const utf16 = (text: string, { little = true, mark = true } = {}) => {
  const view = new DataView(new ArrayBuffer((text.length + Number(mark)) * 2));
  [...(mark ? '\ufeff' : ''), ...text].forEach((letter, at) =>
    view.setUint16(at * 2, letter.charCodeAt(0), little),
  );
  return new Uint8Array(view.buffer);
};
const latin1 = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const two = 'name,lat,lon\nÉcole,45.5,-75.5\nB,46,-76\n';
const bothRows = ['École -75.5 45.5', 'B -76 46'];
const wide = (cells: (column: number) => string) =>
  Array.from({ length: 300 }, (_, column) => cells(column)).join(',');

/** Delimited text as it arrives: encodings, line ends, delimiters, quotes, headers, values. */
export const nastyText: readonly NastyFile[] = [
  {
    what: 'a byte order mark',
    bytes: strToU8(`\ufeff${two}`),
    reports: ['csv 2 = 2 + 0 unknown-code'],
    holds: bothRows,
  },
  { what: 'Latin-1', bytes: latin1(two), reports: ['csv 2 = 2 + 0 unknown-code'], holds: bothRows },
  {
    what: 'UTF-16 LE with a mark',
    bytes: utf16(two),
    reports: ['csv 2 = 2 + 0 unknown-code'],
    holds: bothRows,
  },
  {
    what: 'UTF-16 LE without a mark',
    bytes: utf16(two, { mark: false }),
    reports: ['csv 2 = 2 + 0 unknown-code'],
    holds: bothRows,
  },
  {
    what: 'UTF-16 BE with a mark',
    bytes: utf16(two, { little: false }),
    reports: ['csv 2 = 2 + 0 unknown-code'],
    holds: bothRows,
  },
  {
    what: 'UTF-16 BE without a mark',
    bytes: utf16(two, { little: false, mark: false }),
    reports: ['csv 2 = 2 + 0 unknown-code'],
    holds: bothRows,
  },
  {
    what: 'UTF-16 cut inside a letter',
    bytes: utf16(two).subarray(0, -1),
    reports: ['csv 2 = 2 + 0 unknown-code'],
  },
  {
    what: 'UTF-8 cut inside a letter',
    bytes: strToU8('name,lat,lon\nA,45,-75\nB,46,-76\né').subarray(0, -1),
    reports: ['csv 3 = 2 + 1 unknown-code footnote'],
  },
  {
    what: 'line ends of old Macs',
    text: two.replaceAll('\n', '\r'),
    reports: ['csv 2 = 2 + 0 unknown-code'],
    holds: bothRows,
  },
  {
    what: 'mixed line ends',
    text: 'name,lat,lon\r\nA,45,-75\nB,46,-76\rC,47,-77',
    reports: ['csv 3 = 3 + 0 unknown-code'],
  },
  {
    what: 'a line end inside quotes',
    text: 'name,lat,lon\n"A\r\nB",45,-75\n',
    reports: ['csv 1 = 1 + 0 unknown-code'],
  },
  {
    what: 'a quote never closed',
    text: 'name,lat,lon\n"A,45,-75\nB,46,-76\nC,47,-77\n',
    reports: ['csv 3 = 2 + 1 unknown-code ragged-row'],
  },
  {
    what: 'quotes not doubled',
    text: 'name,lat,lon\n"A "B"",45,-75\n',
    reports: ['csv 1 = 1 + 0 unknown-code ragged-row'],
  },
  { what: 'a single quote mark', text: '"', reports: ['csv 0 = 0 + 0 no-rows'] },
  { what: 'only commas', text: ',,,\n,,,\n,,,', reports: ['csv 2 = 0 + 2 unmatched-kind'] },
  {
    what: 'only delimiters of five kinds',
    text: ',;\t|~^#!:'.repeat(50),
    reports: ['csv 0 = 0 + 0 no-rows'],
  },
  {
    what: 'decimal comma',
    text: 'name;latitude;longitude\nA;45,5;-75,25\n',
    reports: ['csv 1 = 1 + 0 unknown-code'],
    holds: ['A -75.25 45.5'],
  },
  {
    what: 'degrees with a sign written as a dash',
    text: 'name,lat,lon\nA,45,\u221275\n',
    reports: ['csv 1 = 1 + 0 unknown-code'],
  },
  {
    what: 'a first line sep=;',
    text: 'sep=;\nname;lat;lon\nA;45;-75\n',
    reports: ['csv 1 = 1 + 0 unknown-code'],
  },
  {
    what: 'a title above the header',
    text: 'Offices of 2024,,\n,,\nname,lat,lon\nA,45,-75\nB,46,-76\n',
    reports: ['csv 2 = 2 + 0 preamble-lines unknown-code'],
  },
  {
    what: 'footnotes below',
    text: 'name,lat,lon\nA,45,-75\nB,46,-76\nSymbol legend:\n.. not available\n',
    reports: ['csv 4 = 2 + 2 unknown-code footnote'],
  },
  {
    what: 'headers population and salon_name',
    text: 'name,salon_name,population,latitude,longitude\nA,Z,500,45,-75\n',
    reports: ['csv 1 = 1 + 0'],
    holds: ['nasty-a 500'],
  },
  {
    what: 'a header twice',
    text: 'name,name,lat,lon\nA,Z,45,-75\n',
    reports: ['csv 1 = 1 + 0 unknown-code'],
    holds: ['A -75 45'],
  },
  {
    what: 'empty headers',
    text: ',name,,lat,lon\nx,A,y,45,-75\n',
    reports: ['csv 1 = 1 + 0 unknown-code'],
    holds: ['A -75 45'],
  },
  {
    what: 'headers with spaces',
    text: ' name , lat,lon \nA,45,-75\n',
    reports: ['csv 1 = 1 + 0 unknown-code'],
    holds: ['A -75 45'],
  },
  {
    what: 'the column `constructor` alone',
    text: 'constructor\nx\n',
    reports: ['csv 1 = 0 + 1 unmatched-kind'],
  },
  {
    what: 'a header wider than any sheet',
    text: `${'a,'.repeat(20_000)}b\n1,2\n`,
    reports: ['csv 0 = 0 + 0 too-large'],
  },
  {
    what: 'one name 15,000 times',
    text: `name,lat,lon,${'x,'.repeat(15_000)}x\n`,
    reports: ['csv 0 = 0 + 0 no-rows'],
  },
  {
    what: 'a line of thirty million letters',
    text: 'a'.repeat(30_000_000),
    reports: ['csv 0 = 0 + 0 no-rows'],
  },
  {
    what: 'headers named as JavaScript names its own',
    text: '__proto__,constructor,toString,name,lat,lon\n1,2,3,A,45,-75\n',
    reports: ['csv 1 = 1 + 0 unknown-code'],
    holds: ['A -75 45'],
  },
  {
    what: 'ragged rows',
    text: 'name,lat,lon\nA,45,-75,x\nB,46\nC,47,-77\n',
    reports: ['csv 3 = 1 + 2 unknown-code ragged-row'],
  },
  {
    what: '300 columns',
    text: `name,lat,lon,${wide((column) => `c${column}`)}\nA,45,-75,${wide(String)}\n`,
    reports: ['csv 1 = 1 + 0 unknown-code'],
  },
  {
    what: 'a cell of a million letters',
    text: `name,lat,lon\n${'a'.repeat(1_000_000)},45,-75\n`,
    reports: ['csv 1 = 1 + 0 unknown-code'],
  },
  {
    what: 'a line of a million cells',
    text: `name,lat,lon\n${'a,'.repeat(1_000_000)}\n`,
    reports: ['csv 1 = 0 + 1 ragged-row'],
  },
  {
    what: 'leading zeros',
    text: 'id,name,lat,lon\n007,A,45,-75\n07,B,46,-76\n',
    reports: ['csv 2 = 2 + 0 unknown-code'],
  },
  {
    what: 'swapped coordinates',
    text: 'name,lat,lon\nA,-75,45\n',
    reports: ['csv 1 = 1 + 0 unknown-code swapped-coordinates'],
  },
  {
    what: 'coordinates on zero',
    text: 'name,lat,lon\nA,0,0\n',
    reports: ['csv 1 = 1 + 0 unknown-code impossible-coordinates'],
  },
  {
    what: 'numbers that are none',
    text: `name,lat,lon\n${'A,45,-75\nB,46,-76\n'.repeat(8)}C,1e999,-75\nD,NaN,NaN\nE,Infinity,-Infinity\n`,
    reports: ['csv 19 = 19 + 0 unknown-code near-duplicate not-a-number'],
  },
  {
    what: 'counts that are none',
    text: 'GEO_CODE,population\n1301001,1e999\n1301002,NaN\n1301003,-5\n1301004,..\n',
    reports: ['csv 4 = 4 + 0 unjoined-area not-a-number negative-number suppressed-value'],
  },
  {
    what: '30 February',
    text: 'name,lat,lon,lease_expiry_date\nA,45,-75,2024-02-30\nB,46,-76,2024-02-28\n',
    reports: ['csv 2 = 2 + 0 unknown-code impossible-date'],
  },
  {
    what: 'a formula',
    text: 'name,lat,lon\n"=HYPERLINK(""http://example.org"",""A"")",45,-75\n',
    reports: ['csv 1 = 1 + 0 unknown-code'],
  },
  {
    what: 'markup in a name',
    text: 'name,lat,lon\n<img src=x onerror=alert(1)>,45,-75\n',
    reports: ['csv 1 = 1 + 0 unknown-code'],
    holds: ['<img src=x onerror=alert(1)> -75 45'],
  },
  {
    what: 'markup in the first header',
    text: '<b>name</b>,lat,lon\nA,45,-75\n',
    reports: ['null 0 = 0 + 0 unknown-format'],
  },
  {
    what: 'a quote and an apostrophe in the file name',
    file: `O'Brien "A".csv`,
    text: two,
    reports: ['csv 2 = 2 + 0 unknown-code'],
    holds: bothRows,
  },
  {
    what: 'a file name that climbs',
    file: '../../etc/passwd',
    text: two,
    reports: ['csv 2 = 2 + 0 unknown-code'],
  },
  {
    what: 'NUL bytes in text',
    bytes: strToU8('name,lat,lon\nA\0,45,-75\n'),
    reports: ['csv 1 = 1 + 0 unknown-code zero-byte'],
    holds: ['A␀ -75 45'],
  },
  {
    what: 'fields padded with NUL bytes',
    bytes: strToU8('name,lat,lon\nOffice\0\0\0\0,45.5\0\0,-75\0\0\0\nB,46,-76\n'),
    reports: ['csv 2 = 2 + 0 unknown-code zero-byte not-a-number'],
    holds: ['Office␀␀␀␀ null null', 'B -76 46'],
  },
  {
    what: 'a NUL byte in a name, in Latin-1',
    bytes: latin1('name,lat\0,lon\nÉ\0cole,45,-75\nB,46,-76\n'),
    reports: ['csv 2 = 2 + 0 zero-byte unknown-code'],
    holds: ['É␀cole -75 45', 'B -76 46'],
  },
  {
    what: 'NUL bytes after the last line, as a writer leaves them that was stopped',
    bytes: strToU8(`name,lat,lon\nA,45,-75\nB,46,-76\n${'\0'.repeat(4096)}`),
    reports: ['csv 3 = 2 + 1 zero-byte unknown-code ragged-row'],
    holds: ['A -75 45', 'B -76 46'],
  },
  {
    what: 'NUL bytes in a row with cells too many',
    bytes: strToU8('name,lat,lon\nA,45,-75\n\0B,46,-76,x\0\n'),
    reports: ['csv 2 = 1 + 1 zero-byte unknown-code ragged-row'],
    holds: ['A -75 45'],
  },
  {
    what: 'a NUL letter in UTF-16 LE with a mark',
    bytes: utf16('name,lat,lon\nA\0B,45,-75\n'),
    reports: ['csv 1 = 1 + 0 unknown-code zero-byte'],
    holds: ['A␀B -75 45'],
  },
  {
    what: 'a NUL letter in UTF-16 BE without a mark',
    bytes: utf16('name,lat,lon\nA\0B,45,-75\n', { little: false, mark: false }),
    reports: ['csv 1 = 1 + 0 unknown-code zero-byte'],
    holds: ['A␀B -75 45'],
  },
  {
    what: 'a NUL byte in GeoJSON',
    bytes: strToU8(
      '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"A\0B"},"geometry":{"type":"Point","coordinates":[-75,45]}}]}',
    ),
    reports: ['geojson 1 = 1 + 0 unknown-code zero-byte'],
    holds: ['A␀B -75 45'],
  },
  {
    what: 'text of four bytes a letter',
    bytes: Uint8Array.from(two.replace('É', 'E'), (letter) => letter.charCodeAt(0)).reduce(
      (all, byte, at) => {
        all[at * 4] = byte;
        return all;
      },
      new Uint8Array(two.length * 4),
    ),
    reports: ['null 0 = 0 + 0 unreadable'],
  },
  {
    what: 'a table of whole numbers of four bytes each',
    bytes: new Uint8Array(Uint32Array.from({ length: 3000 }, (_, at) => at * 7).buffer),
    reports: ['null 0 = 0 + 0 unreadable'],
  },
  {
    what: 'a table of doubles',
    bytes: new Uint8Array(Float64Array.from({ length: 3000 }, (_, at) => 45 + at / 7).buffer),
    reports: ['null 0 = 0 + 0 unreadable'],
  },
  {
    what: 'text that turns into junk after its beginning',
    bytes: Uint8Array.from([
      ...strToU8(two.repeat(300)),
      ...Array.from({ length: 9000 }, (_, at) => (at * 37) % 256),
    ]),
    reports: ['null 0 = 0 + 0 unreadable'],
  },
  {
    what: 'a tar archive',
    bytes: Uint8Array.from(
      { length: 1536 },
      (_, at) => strToU8(`offices.csv${'\0'.repeat(246)}ustar\0${'\0'.repeat(249)}${two}`)[at] ?? 0,
    ),
    reports: ['null 0 = 0 + 0 unknown-format'],
  },
  { what: 'NUL bytes only', bytes: new Uint8Array(5000), reports: ['null 0 = 0 + 0 unreadable'] },
  { what: 'no bytes', bytes: new Uint8Array(), reports: ['null 0 = 0 + 0 empty-file'] },
  { what: 'a byte order mark alone', text: '\ufeff', reports: ['null 0 = 0 + 0 empty-file'] },
  { what: 'blank lines only', text: ' \r\n\t\n \n', reports: ['null 0 = 0 + 0 empty-file'] },
  { what: 'a header alone', text: 'name,lat,lon\n', reports: ['csv 0 = 0 + 0 no-rows'] },
  {
    what: 'right-to-left marks and joined emoji',
    text: 'name,lat,lon\n\u202eA👩‍👩‍👧,45,-75\n',
    reports: ['csv 1 = 1 + 0 unknown-code'],
  },
  {
    what: 'a web page saved as .csv',
    text: '<!DOCTYPE html><table><tr><td>name</td></tr></table>',
    reports: ['null 0 = 0 + 0 unknown-format'],
  },
  {
    what: 'XML',
    text: '<?xml version="1.0"?><rows><row/></rows>',
    reports: ['null 0 = 0 + 0 unknown-format'],
  },
  { what: 'a PDF', text: '%PDF-1.7\n1 0 obj', reports: ['null 0 = 0 + 0 unknown-format'] },
  {
    what: 'an old workbook',
    bytes: Uint8Array.from([
      0xd0,
      0xcf,
      0x11,
      0xe0,
      0xa1,
      0xb1,
      0x1a,
      0xe1,
      ...new Array<number>(600).fill(0),
    ]),
    reports: ['null 0 = 0 + 0 unknown-format'],
  },
  {
    what: 'text packed by gzip',
    bytes: Uint8Array.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]),
    reports: ['null 0 = 0 + 0 unknown-format'],
  },
];
