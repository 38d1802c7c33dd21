/**
 * Code pages of .dbf files other than UTF-8 and Windows-1252, named as the Encoding Standard (WHATWG) names them, and three
 * of DOS that it leaves out; 863 is that of French Canada.
 */
export const codePages = [
  ...(['ibm437', 'ibm850', 'ibm863', 'ibm866', 'windows-1250', 'windows-1251', 'windows-1253'] as const),
  ...(['windows-1254', 'windows-1257', 'iso-8859-2', 'iso-8859-15', 'macintosh'] as const),
  ...(['shift_jis', 'gbk', 'euc-kr', 'big5'] as const),
] as const;
/** One of these code pages. */
export type CodePage = (typeof codePages)[number];

/** Letters 0x80 to 0xFF (Unicode's mappings of Microsoft's code pages); those below are ASCII. */
const ofDos: Partial<Record<CodePage, string>> = {
  ibm437:
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0',
  ibm850:
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0',
  ibm863:
    'ÇüéâÂà¶çêëèïî‗À§ÉÈÊôËÏûù¤ÔÜ¢£ÙÛƒ¦´óú¨¸³¯Î⌐¬½¼¾«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0',
};

/** Text of a code page; what it does not have is U+FFFD. */
export function decodeCodePage(bytes: Uint8Array, page: CodePage): string {
  const letters = ofDos[page];
  if (letters === undefined) return new TextDecoder(page).decode(bytes);
  let text = '';
  for (const byte of bytes) text += byte < 0x80 ? String.fromCharCode(byte) : (letters[byte - 0x80] ?? '');
  return text;
}

const byNumber: Readonly<Record<number, CodePage>> = {
  437: 'ibm437',
  850: 'ibm850',
  863: 'ibm863',
  866: 'ibm866',
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
  1250: 'windows-1250',
  1251: 'windows-1251',
  1253: 'windows-1253',
  1254: 'windows-1254',
  1257: 'windows-1257',
  10000: 'macintosh',
  88592: 'iso-8859-2',
  885915: 'iso-8859-15',
};

/** The page that a .cpg names: `850`, `OEM 850`, `cp1250`, `ISO-8859-15`, `88592`; null for any other. */
export const codePageNamed = (cpg: string): CodePage | null =>
  byNumber[Number(cpg.replace(/\D/g, '') || NaN)] ?? null;

/** Byte 29 of a .dbf (Visual FoxPro, table of code pages): a code page by number; those of Western Windows are left out. */
const byDriver: Readonly<Record<number, number>> = {
  ...Object.fromEntries([0x01, 0x09, 0x0b, 0x0d, 0x0f, 0x11, 0x15, 0x18, 0x19, 0x1b].map((id) => [id, 437])),
  ...Object.fromEntries(
    [0x02, 0x0a, 0x0e, 0x10, 0x12, 0x14, 0x16, 0x1a, 0x1d, 0x25, 0x37].map((id) => [id, 850]),
  ),
  ...{ 0x1c: 863, 0x6c: 863, 0x26: 866, 0x65: 866, 0x04: 10000, 0x13: 932, 0x7b: 932, 0x4d: 936, 0x7a: 936 },
  ...{
    0x4e: 949,
    0x79: 949,
    0x4f: 950,
    0x78: 950,
    0xc8: 1250,
    0xc9: 1251,
    0xcb: 1253,
    0xca: 1254,
    0xcc: 1257,
  },
};

/** The page that a .dbf's language driver stands for; null for none, one unknown, or Windows-1252. */
export const codePageOfDriver = (driver: number): CodePage | null =>
  byNumber[byDriver[driver] ?? NaN] ?? null;
