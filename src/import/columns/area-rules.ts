import { indicatorIds, type IndicatorId } from '../../model/tables.ts';
import { anything, isCount, isNumber, list, type FieldRule } from './field-rule.ts';
import { isMark } from '../cells/values.ts';

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

/** Columns of people by area, of journeys and of events. */
export const areaRules: readonly FieldRule[] = [
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
    field: 'event',
    names: list('event, event type, type of event, hazard, evenement, type d evenement, alea'),
    fits: anything,
    minimumFit: 0,
  },
  {
    field: 'people_affected',
    names: list(
      'people affected, persons affected, population affected, affected population, evacuees, people evacuated, evacuated, personnes touchees, personnes evacuees, evacues, sinistres',
    ),
    fits: isCount,
    minimumFit: 0.5,
  },
  {
    field: 'characteristic',
    names: list('characteristic name, characteristic, nom caracteristique, caracteristique'),
    fits: anything,
    minimumFit: 0,
  },
  {
    field: 'characteristic_count',
    names: list('c1 count total, c1 chiffre total'),
    fits: isCount,
    minimumFit: 0.5,
  },
  {
    field: 'characteristic_rate',
    names: list('c10 rate total, c10 taux total'),
    fits: isCount,
    minimumFit: 0.5,
  },
  {
    field: 'origin',
    names: list('origin, origin id, origin name, originname, from, from id, origine'),
    fits: anything,
    minimumFit: 0,
  },
  {
    field: 'destination',
    names: list('destination, destination id, destination name, destinationname, to, to id, point id'),
    fits: anything,
    minimumFit: 0,
  },
  {
    field: 'minutes',
    names: list(
      'minutes, travel time minutes, travel minutes, duration minutes, duree minutes, travel time p50, travel time',
    ),
    fits: isNumber,
    minimumFit: 0.5,
  },
  {
    field: 'kilometres',
    names: list('kilometres, kilometers, km, distance km'),
    fits: isNumber,
    minimumFit: 0.5,
  },
  { field: 'distance', names: list('distance'), fits: isNumber, minimumFit: 0.5 },
  {
    field: 'reference_date',
    names: list(
      'ref date, reference date, periode de reference, census year, annee recensement, fiscal yr, fiscal year, exercice',
    ),
    fits: (text) => /^\d{4}(-\d\d(-\d\d)?|-\d{4})?$/.test(text.trim()),
    minimumFit: 1,
  },
];
