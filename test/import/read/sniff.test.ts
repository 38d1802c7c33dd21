import { expect, test } from 'vitest';
import { decode } from '../../../src/import/read/sniff.ts';

const text = 'name,lat\nÉcole d’été,46,1\n';
const utf8 = new TextEncoder().encode(text);

function utf16(value: string, littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(value.length * 2));
  [...value].forEach((letter, index) => view.setUint16(index * 2, letter.charCodeAt(0), littleEndian));
  return new Uint8Array(view.buffer);
}
const latin1 = (value: string) => Uint8Array.from(value, (letter) => letter.charCodeAt(0));

test.each([
  ['utf-8', utf8, text],
  ['utf-8-bom', new Uint8Array([0xef, 0xbb, 0xbf, ...utf8]), text],
  ['utf-16le', utf16(`\ufeff${text}`, true), text],
  ['utf-16be', utf16(`\ufeff${text}`, false), text],
  ['utf-16le', utf16('name,lat\nOne,46.1\n', true), 'name,lat\nOne,46.1\n'],
  ['utf-16be', utf16('name,lat\nOne,46.1\n', false), 'name,lat\nOne,46.1\n'],
  ['windows-1252', latin1('Montréal,Québec\n'), 'Montréal,Québec\n'],
  ['windows-1252', new Uint8Array([0x4f, 0x92, 0x4c]), 'O’L'],
])('reads %s by its bytes', (encoding, bytes, expected) => {
  expect(decode(bytes)).toEqual({ kind: 'text', encoding, text: expected });
});

test('what a person says holds for text, and not for what is plainly something else', () => {
  expect(decode(new Uint8Array([0x4f, 0x8e]), 'macintosh')).toEqual({
    kind: 'text',
    encoding: 'macintosh',
    text: 'Oé',
  });
  expect(decode(new Uint8Array([0x82, 0x74]), 'ibm863')).toEqual({
    kind: 'text',
    encoding: 'ibm863',
    text: 'ét',
  });
  expect(decode(new TextEncoder().encode('PAR1....'), 'macintosh')).toEqual({
    kind: 'binary',
    what: 'parquet',
  });
});

test('says what a binary file is by its first bytes', () => {
  expect(decode(new Uint8Array([0x50, 0x4b, 3, 4, 20, 0]))).toEqual({ kind: 'binary', what: 'zip, xlsx' });
  expect(decode(new TextEncoder().encode('PAR1....'))).toEqual({ kind: 'binary', what: 'parquet' });
});

test('a zero byte in text is kept as a sign, in every encoding, and counted', () => {
  const sign = { kind: 'text', text: 'name,lat\nA␀B,46\n', zeros: 1 };
  expect(decode(latin1('name,lat\nA\0B,46\n'))).toEqual({ ...sign, encoding: 'utf-8' });
  for (const little of [true, false])
    for (const mark of ['\ufeff', ''])
      expect(decode(utf16(`${mark}name,lat\nA\0B,46\n`, little))).toEqual({
        ...sign,
        encoding: little ? 'utf-16le' : 'utf-16be',
      });
});

test('zeros beside every letter, or beside other control bytes, are no text', () => {
  expect(decode(latin1('n\0\0\0a\0\0\0m\0\0\0e\0\0\0'))).toEqual({ kind: 'binary', what: null });
  expect(decode(latin1('a,b\n\x01\x02\0\x03,c\n'))).toEqual({ kind: 'binary', what: null });
  expect(decode(new Uint8Array(9))).toEqual({ kind: 'binary', what: null });
});

test('UTF-8 cut off inside a letter is still UTF-8, and a last accent of Windows-1252 is not taken for such a cut', () => {
  const cut = new TextEncoder().encode('été,é').subarray(0, -1);
  expect(decode(cut)).toEqual({ kind: 'text', encoding: 'utf-8', text: 'été,' });
  expect(decode(latin1('name\ncafé'))).toEqual({
    kind: 'text',
    encoding: 'windows-1252',
    text: 'name\ncafé',
  });
});

test('one table is the same in every encoding', () => {
  const both = 'nom;lat\n"Île d’Orléans";46,9\n';
  const windows = Uint8Array.from(both, (letter) => (letter === '’' ? 0x92 : letter.charCodeAt(0)));
  const utf8Bytes = new TextEncoder().encode(both);
  const bytes = [
    utf8Bytes,
    new Uint8Array([0xef, 0xbb, 0xbf, ...utf8Bytes]),
    windows,
    utf16(`\ufeff${both}`, true),
    utf16(`\ufeff${both}`, false),
    utf16(both, true),
    utf16(both, false),
  ];
  for (const one of bytes) expect(decode(one)).toMatchObject({ text: both });
});
