import type { OrderOfGovernment } from '../model/tables.ts';

/** The themes there are, the usual one first. */
export const themeNames = ['light', 'dark'] as const;
/** A theme as drawn; "as the system says" is resolved before it comes here. */
export type ThemeName = (typeof themeNames)[number];

/** The colours of data, which canvas and WebGL cannot read from a style sheet. */
export interface DataColours {
  government: Record<OrderOfGovernment, string>;
  status: Record<'gap' | 'covered' | 'overlap', string>;
  selection: string;
  link: string;
  /** Land within reach; over the land of more minutes it adds up to a darker shade. */
  reach: string;
  unknown: string;
  /** Ground under a symbol: what a hollow shape is filled with and every shape is edged with. */
  ground: string;
}

/**
 * Data colours by theme; `theme.css` holds the same values as custom properties and a test keeps them equal.
 * Every one has a contrast of 3:1 or more with the surfaces and the map's land and water (lowest: 3.1:1). Under simulated
 * deuteranopia, protanopia and tritanopia (Machado, Oliveira & Fernandes 2009, 10.1109/TVCG.2009.113) the coverage
 * colours stay 21 CIELAB units or more apart and the orders of government 12; each also has its own shape or pattern.
 */
export const dataColours: Record<ThemeName, DataColours> = {
  light: {
    government: {
      federal: '#b01e3c',
      provincial: '#2e6cc2',
      territorial: '#0c7a63',
      municipal: '#5f1d6b',
      indigenous: '#8a5a00',
      community: '#3f4b52',
    },
    status: { gap: '#c4520e', covered: '#2f74b5', overlap: '#123f75' },
    selection: '#18211f',
    link: '#0a6170',
    reach: '#0d7a54',
    unknown: '#5c6663',
    ground: '#ffffff',
  },
  dark: {
    government: {
      federal: '#ff8397',
      provincial: '#5b9cff',
      territorial: '#3fc9a4',
      municipal: '#e6bdf5',
      indigenous: '#e8b54a',
      community: '#d5dcdf',
    },
    status: { gap: '#ff9a52', covered: '#5ea5e6', overlap: '#bcdcff' },
    selection: '#ffffff',
    link: '#5cc3cf',
    reach: '#4fd39b',
    unknown: '#a9b4b1',
    ground: '#121716',
  },
};
