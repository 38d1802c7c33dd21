/**
 * Names that differ from the sources': today's official name of a place that has changed it or that the source
 * writes without its letters, and the English and French forms where there are two.
 */
export const properNames: Record<string, { name?: string; name_en?: string; name_fr?: string }> = {
  Québec: { name_en: 'Quebec City', name_fr: 'Québec' },
  'Greater Sudbury': { name_en: 'Greater Sudbury', name_fr: 'Grand Sudbury' },
  'Grand Falls': { name_en: 'Grand Falls', name_fr: 'Grand-Sault' },
  Deline: { name: 'Délı̨nę' },
  Lutselke: { name: 'Łutselkʼe' },
  Holman: { name: 'Ulukhaktok' },
  'Repulse Bay': { name: 'Naujaat' },
  'Hall Beach': { name: 'Sanirajak' },
  'Cape Dorset': { name: 'Kinngait' },
};

/** Entries of city-timezones that nobody lives at any more, or that are not one place. */
export const leftOut = ['Port Burwell', 'Ennadai', 'Big Beaver House', 'Argentia', 'Island Lake'];

/** Populations of GeoNames that cannot be right: ten or more times the place's people. */
export const unknownPopulation = ['Ladner', 'Hanceville'];
