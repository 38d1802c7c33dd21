/** Lower case, no accents, one space between words: `SCHOOL_NAME` and `School name` are both `school name`. */
export function normaliseName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** A short id of words and hyphens from any text; `x` when nothing of it can be kept. */
export function slug(text: string): string {
  return normaliseName(text).replaceAll(' ', '-') || 'x';
}

/** A file's name without folder and last extension. */
export function stemOf(file: string): string {
  const base = file.split(/[\\/]/).at(-1) ?? file;
  return base.replace(/\.[^.]+$/, '') || base;
}
