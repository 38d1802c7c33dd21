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

/** The ground of each theme. */
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
    water: '#0f1d26',
    waterLine: '#29485a',
    land: '#2a3330',
    neighbours: '#212928',
    border: '#7a748d',
    road: '#414c48',
    roadMajor: '#6b6750',
    roadCasing: '#212827',
    label: '#c9d1ce',
    labelWater: '#8fb4c7',
    labelHalo: '#161c1b',
  },
};
