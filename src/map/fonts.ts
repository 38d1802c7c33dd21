import type { StyleSpecification } from 'maplibre-gl';
import latinRegular from '@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff2?url';
import latinExtendedRegular from '@fontsource/noto-sans/files/noto-sans-latin-ext-400-normal.woff2?url';
import latinSemibold from '@fontsource/noto-sans/files/noto-sans-latin-600-normal.woff2?url';
import latinExtendedSemibold from '@fontsource/noto-sans/files/noto-sans-latin-ext-600-normal.woff2?url';

type FontFaces = NonNullable<StyleSpecification['font-faces']>;

/**
 * What each file is asked for. MapLibre draws a letter with its marks as one shape from the file of the letter, so
 * `ǫ̀` comes from the extended file.
 */
const latin = ['U+0000-00FF', 'U+0131', 'U+0152-0153', 'U+2000-206F', 'U+20AC', 'U+2122', 'U+2212'];
const latinExtended = ['U+0100-02FF', 'U+1E00-1EFF'];

/** The label fonts, served with the app; addresses are absolute because the map resolves them away from the page. */
export function fontFaces(pageUrl: string): FontFaces {
  const absolute = (url: string) => new URL(url, pageUrl).href;
  const family = (plain: string, extended: string) => [
    { url: absolute(plain), 'unicode-range': latin },
    { url: absolute(extended), 'unicode-range': latinExtended },
  ];
  return {
    'Noto Sans Regular': family(latinRegular, latinExtendedRegular),
    'Noto Sans Semibold': family(latinSemibold, latinExtendedSemibold),
  };
}
