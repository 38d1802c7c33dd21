import { anything, isCount, isNumber, list, type FieldRule } from './field-rule.ts';
import { looksLikeDate } from '../cells/dates.ts';
import { offeringModeOf } from '../cells/offering-modes.ts';
import { tenureKindOf } from '../cells/tenure-kinds.ts';
import { parseLanguages } from '../cells/values.ts';
import { readDay } from '../cells/day-hours.ts';
import { dayFields } from './fields.ts';

/** As headers name the days, Monday first. */
const dayNames = [
  ['monday', 'lundi'],
  ['tuesday', 'mardi'],
  ['wednesday', 'mercredi'],
  ['thursday', 'jeudi'],
  ['friday', 'vendredi'],
  ['saturday', 'samedi'],
  ['sunday', 'dimanche'],
];

/** Columns of how a point works, how it is held and what it offers. */
export const officeRules: readonly FieldRule[] = [
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
  ...dayFields.map((field, day): FieldRule => ({
    field,
    names: dayNames[day]?.flatMap((name) => [name, `${name} hours`, `hours ${name}`, `heures ${name}`]) ?? [],
    fits: (text) => readDay(text) !== null,
    // A day whose hours cannot be read is not a day without hours: it must not be left aside.
    minimumFit: 0,
  })),
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
    names: list(
      'floor area m2, area m2, superficie m2, surface m2, square metres, metres carres, lease area m2, leased area m2, rentable area m2, usable area m2, floor area sqm, area sqm, superficie louee m2, superficie locative m2',
    ),
    fits: isCount,
    minimumFit: 0.5,
  },
  {
    field: 'floor_area_ft2',
    names: list(
      'floor area sq ft, area sq ft, floor area ft2, area ft2, square feet, sq ft, building rentable square feet, rentable square feet, superficie pi2, pieds carres, lease area sq ft, leased area sq ft, lease area ft2, leased square feet, usable square feet, square footage, sqft',
    ),
    fits: isCount,
    minimumFit: 0.5,
  },
  {
    field: 'floor_area',
    names: list('floor area, superficie, lease area, leased area, rentable area, superficie louee'),
    fits: isCount,
    minimumFit: 0.5,
  },
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
      'lease expiry, lease expiry date, lease expiration date, lease end, lease end date, expiry date, expiration date, end date, date d expiration, date d echeance, fin du bail, date de fin du bail, lease expires, end of lease, date de fin',
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
  {
    field: 'lease_number',
    names: list('lease number, lease no, lease id, numero de bail, numero du bail, no de bail'),
    fits: anything,
    minimumFit: 0,
  },
  {
    field: 'service_id',
    names: list('service id, service code, service number, identifiant du service, code du service'),
    fits: anything,
    minimumFit: 0,
  },
  {
    field: 'service',
    names: list('service, service name, service name en, service offered, nom du service, service offert'),
    fits: anything,
    minimumFit: 0,
  },
  {
    field: 'services',
    names: list('services, services offered, services available, services offerts, liste des services'),
    fits: anything,
    minimumFit: 0,
  },
  {
    field: 'mode',
    names: list('mode, delivery mode, service mode, mode of delivery, mode de prestation'),
    fits: (text) => offeringModeOf(text) !== null,
    minimumFit: 0.5,
  },
  { field: 'passport', names: list('passport, passeport'), fits: anything, minimumFit: 0 },
  { field: 'biometrics', names: list('biometrics, biometrie'), fits: anything, minimumFit: 0 },
];
