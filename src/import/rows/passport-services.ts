import type { Service } from '../../model/tables.ts';
import type { RowReader } from '../columns/row-reader.ts';
import type { RawRow } from '../read/table.ts';
import { parseYes } from '../cells/values.ts';

/** Federal services that the office list has columns for (Government of Canada, Find a Service Canada Office). */
const services = {
  passport: { id: 'passport', name_en: 'Passport', name_fr: 'Passeport' },
  urgentPassport: {
    id: 'passport-urgent',
    name_en: 'Passport, urgent or express',
    name_fr: 'Passeport, urgent ou express',
  },
  biometrics: { id: 'biometrics', name_en: 'Biometrics', name_fr: 'Biométrie' },
} satisfies Record<string, Service>;

/** Passport tiers are `mail20`, `pickup10`, `express`, `urgent`, joined by `|`; any of them is the service. */
export function passportServicesIn(row: RawRow, reader: RowReader): Service[] {
  const tiers = (reader.text(row, 'passport') ?? '').split('|').map((tier) => tier.trim().toLowerCase());
  const offered = tiers[0] !== '' && parseYes(tiers[0] ?? '') !== false;
  return [
    ...(offered ? [services.passport] : []),
    ...(tiers.includes('urgent') || tiers.includes('express') ? [services.urgentPassport] : []),
    ...(parseYes(reader.text(row, 'biometrics') ?? '') ? [services.biometrics] : []),
  ];
}
