import type { Reading } from '../../model/decisions.ts';
import { anything, list, type FieldRule } from './field-rule.ts';
import { isDguid, isFsa, readAreaCode } from '../cells/area-codes.ts';
import { areaRules } from './area-rules.ts';
import { locationMethodWords } from '../cells/location-words.ts';
import { officeRules } from './office-rules.ts';
import { pointKindOf } from '../cells/point-kinds.ts';
import { provinceOf } from '../cells/provinces.ts';
import { normaliseName } from '../cells/names.ts';
import { parseDegrees, parsePostalCode } from '../cells/values.ts';

/** Either coordinate fits either column, so that a file with both swapped is recognised, and its rows flagged. */
const isDegrees = (text: string) => Math.abs(parseDegrees(text) ?? 999) <= 180;
const isAreaCode = (text: string) =>
  isDguid(text) || isFsa(text) || readAreaCode(text)?.level !== 'community';

const censusCodeNames = list(
  'csduid, sdridu, dauid, adidu, dbuid, ididu, cduid, dridu, cfsauid, rtaidu, fsa, rta, geouid, geo uid, geographic code, code geographique, geo code, geocode, alt geo code, pruid, pridu, postal code',
);

/** True for a column whose bare numbers are census codes, not numbers of rows. */
const namesCensusCodes = (column: string | null) =>
  column !== null && censusCodeNames.includes(normaliseName(column));

/** True for a column whose bare numbers are codes of the census: by its name, or because a person joins by it. */
export const holdsCensusCodes = (column: string | null, { joinBy }: Reading) =>
  namesCensusCodes(column) || (column !== null && column === joinBy);

/** The dictionary of column names, English and French. Order matters where a name stands in two rules: the first that fits has it. */
export const fieldRules: readonly FieldRule[] = [
  { field: 'code', names: list('dguid, idugd'), fits: isDguid, minimumFit: 0.9 },
  { field: 'code', names: censusCodeNames, fits: isAreaCode, minimumFit: 0.9 },
  { field: 'code', names: list('area code, community code, code'), fits: anything, minimumFit: 0 },
  {
    field: 'id',
    names: list(
      'id, point id, site id, office id, facility id, identifier, identifiant, ident, no, objectid, fid, index',
    ),
    fits: anything,
    minimumFit: 0,
  },
  {
    field: 'name_en',
    names: list(
      'name en, name english, english name, nom en, nom anglais, name, geo name, geographic name, geo, office name, site name, centre name, center name, facility name, school name, place name, community, community name, title, csdname, cdname, prename, prname',
    ),
    fits: anything,
    minimumFit: 0,
  },
  {
    field: 'name_fr',
    names: list(
      'name fr, name french, french name, nom fr, nom francais, prfname, sdrnom, nom, nom du bureau, nom du site, nom geographique, localite, nom geo',
    ),
    fits: anything,
    minimumFit: 0,
  },
  {
    field: 'organization',
    names: list(
      'organization, organisation, organisme, organization name, department, ministere, provider, fournisseur',
    ),
    fits: anything,
    minimumFit: 0,
  },
  {
    field: 'government',
    names: list(
      'government, order of government, level of government, ordre de gouvernement, palier, gouvernement',
    ),
    fits: anything,
    minimumFit: 0,
  },
  {
    field: 'kind',
    names: list(
      'kind, type, point type, center type, centre type, site type, office type, type de point, type de bureau, genre',
    ),
    fits: (text) => pointKindOf(text) !== null,
    minimumFit: 0.5,
  },
  {
    field: 'address',
    names: list(
      'address en, address, adresse, street address, civic address, adresse municipale, adresse civique, address 1, address line 1, source format str address',
    ),
    fits: anything,
    minimumFit: 0,
  },
  {
    field: 'municipality',
    names: list('city, municipality, town, ville, municipalite'),
    fits: anything,
    minimumFit: 0,
  },
  {
    field: 'province',
    names: list(
      'province, prov, province territory, province or territory, province ou territoire, province et territoire, region, pr, pruid, state, state name',
    ),
    fits: (text) => provinceOf(text) !== null,
    minimumFit: 0.6,
  },
  {
    field: 'postal_code',
    names: list('postal code, postal, postalcode, code postal, postcode'),
    fits: (text) => parsePostalCode(text) !== null,
    minimumFit: 0.5,
  },
  {
    field: 'lat',
    names: list('lat, latitude, latitude wgs84, lat dd, y, point y'),
    fits: isDegrees,
    minimumFit: 0.5,
  },
  {
    field: 'lon',
    names: list('lon, lng, long, longitude, longitude wgs84, lon dd, long dd, x, point x'),
    fits: isDegrees,
    minimumFit: 0.5,
  },
  {
    field: 'location_method',
    names: list('geo, location method, geocoding, geocode precision, methode de localisation'),
    fits: (text) => locationMethodWords.has(text.trim().toLowerCase()),
    minimumFit: 0.8,
  },
  ...officeRules,
  ...areaRules,
];
