import type { ThemeName } from '../ui/palette.ts';

/** Colours of the ground, kept quiet so that the data stands out. */
export interface BasemapColours {
  water: string;
  waterLine: string;
  land: string;
  neighbours: string;
  border: string;
  road: string;
  roadMajor: string;
  roadCasing: string;
  label: string;
  labelWater: string;
  labelHalo: string;
}

export const basemapColours: Record<ThemeName, BasemapColours> = {
  light: {
    water: '#cfe0ea',
    waterLine: '#b4cfde',
    land: '#f4f2ec',
    neighbours: '#e9e7e1',
    border: '#9a92a8',
    road: '#d9d3c6',
    roadMajor: '#c8b48c',
    roadCasing: '#fbfaf7',
    label: '#39423f',
    labelWater: '#3a6580',
    labelHalo: '#f9f8f4',
  },
  dark: {
    water: '#15262e',
    waterLine: '#24404c',
    land: '#232b29',
    neighbours: '#1c2322',
    border: '#6e6880',
    road: '#3a4441',
    roadMajor: '#5d5a47',
    roadCasing: '#1c2322',
    label: '#c9d1ce',
    labelWater: '#8fb4c7',
    labelHalo: '#161c1b',
  },
};
