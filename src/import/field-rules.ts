import { indicatorIds, type IndicatorId } from '../model/tables.ts';
import { isDguid, isFsa, readAreaCode } from './area-codes.ts';
import { looksLikeDate } from './dates.ts';
import type { Field } from './fields.ts';
import { locationMethodWords } from './location-words.ts';
import { pointKindOf } from './point-kinds.ts';
import { provinceOf } from './provinces.ts';
import { normaliseName } from './table.ts';
import { tenureKindOf } from './tenure-kinds.ts';
import { isMark, parseCount, parseDegrees, parseLanguages, parseNumber, parsePostalCode } from './values.ts';

export interface FieldRule {
  field: Field;
  /** Whole names in `normaliseName`'s form, the surest first. Never parts of a name. */
  names: readonly string[];
  /** Whole original names, anchored at both ends; a captured year makes a later one win. */
  pattern?: RegExp;
  fits: (text: string) => boolean;
  /** Share of the filled cells that must fit. */
  minimumFit: number;
}

const anything = () => true;
const isCount = (text: string) => parseCount(text).kind !== 'not a number';
const isNumber = (text: string) => parseNumber(text) !== null;
/** Either coordinate fits either column, so that a file with both swapped is recognised, and its rows flagged. */
const isDegrees = (text: string) => Math.abs(parseDegrees(text) ?? 999) <= 180;
const isAreaCode = (text: string) =>
  isDguid(text) || isFsa(text) || readAreaCode(text)?.level !== 'community';

const list = (names: string) => names.split(', ');

const censusCodeNames = list(
  'csduid, sdridu, dauid, adidu, dbuid, ididu, cduid, dridu, cfsauid, rtaidu, fsa, rta, geouid, geo uid, geographic code, code geographique, geo code, geocode, alt geo code, pruid, pridu, postal code',
);

/** True for a column whose bare numbers are census codes, not numbers of rows. */
export const namesCensusCodes = (column: string | null) =>
  column !== null && censusCodeNames.includes(normaliseName(column));

const isShare = (text: string) => isMark(text) || isNumber(text.replace(/\s*%$/, ''));

/** Shares of people by area, one column each. */
const indicatorNames: Record<IndicatorId, string> = {
  age_65_plus: 'age 65 plus, share 65 plus, share aged 65 and over, part des 65 ans et plus',
  low_income: 'low income, share low income, low income share, faible revenu, part a faible revenu',
  indigenous_identity: 'indigenous identity, share indigenous identity, identite autochtone',
  newcomers: 'newcomers, share newcomers, recent immigrants, nouveaux arrivants, immigrants recents',
  no_official_language: 'no official language, neither english nor french, ni anglais ni francais',
  no_broadband: 'no broadband, share no broadband, sans large bande',
  no_vehicle: 'no vehicle, share no vehicle, sans vehicule',
  unemployment: 'unemployment, unemployment rate, taux de chomage',
};
const indicatorRules: readonly FieldRule[] = indicatorIds.map((field) => ({
  field,
  names: list(indicatorNames[field]),
  fits: isShare,
  minimumFit: 0.8,
}));

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
      'name fr, name french, french name, nom fr, nom francais, prfname, sdrnom, nom, nom du bureau, nom du site, nom geographique, localite',
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
  {
    field: 'languages',
    names: list(
      'languages, language, langues, langue, languages of service, langues de service, center lang',
    ),
    fits: (text) => parseLanguages(text) !== null,
    minimumFit: 0.8,
  },
  {
    field: 'weekly_hours',
    names: list('weekly hours'),
    fits: (text) => /^[1-7][-,1-7]* \d/.test(text.trim()),
    minimumFit: 0.8,
  },
  {
    field: 'lunch',
    names: list('lunch, lunch closure, diner'),
    fits: (text) => /^\d{1,2}:\d\d-\d{1,2}:\d\d$/.test(text.trim()),
    minimumFit: 0.8,
  },
  {
    field: 'dated_visits',
    names: list('dated visits, visits dated, visit dates'),
    fits: (text) => /^\d{4}-\d\d-\d\d/.test(text.trim()),
    minimumFit: 0.8,
  },
  {
    field: 'opening_hours',
    names: list('opening hours, hours, heures d ouverture, heures'),
    fits: anything,
    minimumFit: 0,
  },
  {
    field: 'days_per_month',
    names: list('days per month, days a month, jours par mois'),
    fits: isNumber,
    minimumFit: 0.5,
  },
  {
    field: 'staff',
    names: list('staff, fte, employees, personnel, effectif, etp'),
    fits: isCount,
    minimumFit: 0.5,
  },
  {
    field: 'annual_visits',
    names: list('annual visits, visits, visites annuelles, annual transactions, transactions, visites'),
    fits: isCount,
    minimumFit: 0.5,
  },
  {
    field: 'floor_area_m2',
    names: list('floor area m2, area m2, superficie m2, surface m2, square metres, metres carres'),
    fits: isCount,
    minimumFit: 0.5,
  },
  {
    field: 'floor_area_ft2',
    names: list(
      'floor area sq ft, area sq ft, floor area ft2, area ft2, square feet, sq ft, building rentable square feet, rentable square feet, superficie pi2, pieds carres',
    ),
    fits: isCount,
    minimumFit: 0.5,
  },
  { field: 'floor_area', names: list('floor area, superficie'), fits: isCount, minimumFit: 0.5 },
  {
    field: 'tenure',
    names: list('tenure, tenure type, owned or leased, mode d occupation'),
    fits: (text) => tenureKindOf(text) !== null,
    minimumFit: 0.8,
  },
  {
    field: 'start_date',
    names: list(
      'lease start, lease start date, lease effective date, start date, date de debut, debut du bail, date de debut du bail',
    ),
    fits: looksLikeDate,
    minimumFit: 0.5,
  },
  {
    field: 'expiry_date',
    names: list(
      'lease expiry, lease expiry date, lease expiration date, lease end, lease end date, expiry date, expiration date, end date, date d expiration, date d echeance, fin du bail, date de fin du bail',
    ),
    fits: looksLikeDate,
    minimumFit: 0.5,
  },
  {
    field: 'break_date',
    names: list('break date, termination date, early termination date, date de resiliation'),
    fits: looksLikeDate,
    minimumFit: 0.5,
  },
  {
    field: 'notice_months',
    names: list('notice months, months of notice, mois de preavis'),
    fits: isNumber,
    minimumFit: 0.5,
  },
  {
    field: 'extension_months',
    names: list('extension months, renewal months, option months, mois de prolongation'),
    fits: isNumber,
    minimumFit: 0.5,
  },
  {
    field: 'annual_cost',
    names: list('annual rent, annual cost, annual lease cost, yearly rent, loyer annuel, cout annuel'),
    fits: isCount,
    minimumFit: 0.5,
  },
  { field: 'passport', names: list('passport, passeport'), fits: anything, minimumFit: 0 },
  { field: 'biometrics', names: list('biometrics, biometrie'), fits: anything, minimumFit: 0 },
  {
    field: 'population',
    names: list(
      'population, pop, total population, population totale, population total, pop total, residents, inhabitants, habitants, people, personnes',
    ),
    pattern:
      /^(?:Population and dwelling counts \(\d+\): |Chiffres de population et des logements \(\d+\) ?: )?Pop(?:ulation)?(?:, | |_)?(\d{4})(?: ?\[\d+\])?$/i,
    fits: isCount,
    minimumFit: 0.5,
  },
  {
    field: 'households',
    names: list(
      'households, menages, private dwellings occupied by usual residents, occupied private dwellings',
    ),
    pattern:
      /^(?:Population and dwelling counts \(\d+\): )?Private dwellings occupied by usual residents, (\d{4})(?: ?\[\d+\])?$/i,
    fits: isCount,
    minimumFit: 0.5,
  },
  ...indicatorRules,
  {
    field: 'origin',
    names: list('origin, origin id, from, from id, origine'),
    fits: anything,
    minimumFit: 0,
  },
  {
    field: 'destination',
    names: list('destination, destination id, to, to id'),
    fits: anything,
    minimumFit: 0,
  },
  {
    field: 'minutes',
    names: list('minutes, travel time minutes, travel minutes, duration minutes, duree minutes'),
    fits: isNumber,
    minimumFit: 0.5,
  },
  {
    field: 'kilometres',
    names: list('kilometres, kilometers, km, distance km'),
    fits: isNumber,
    minimumFit: 0.5,
  },
  {
    field: 'reference_date',
    names: list('ref date, reference date, periode de reference, census year'),
    fits: (text) => /^\d{4}(-\d\d(-\d\d)?)?$/.test(text.trim()),
    minimumFit: 1,
  },
];
