import type {
  Area,
  Offering,
  OrderOfGovernment,
  Organization,
  PointKind,
  ServicePoint,
  Tenure,
} from '../../src/model/tables.ts';
import { offers } from './corridor-offer.ts';
import { SeededRandom } from './random.ts';

/** A town or split city with the places a point can stand at. */
export interface Town {
  name: string;
  code: string;
  province: string;
  people: number;
  sites: { lon: number; lat: number }[];
}

export interface InventedPoints {
  organization: Organization[];
  service_point: ServicePoint[];
  tenure: Tenure[];
  offering: Offering[];
}

type Sector = Exclude<OrderOfGovernment, 'territorial'>;

/** How many points of an order a town gets: see the rule in data/corridor/README.md. */
interface Presence {
  /** From so many people, one point for every `per` people, one at least. */
  from: number;
  per: number;
  /** In a smaller town, from `smallFrom` people, one small point with this chance. */
  smallFrom: number;
  chance: number;
}

const presence: Record<Exclude<Sector, 'indigenous'>, Presence> = {
  federal: { from: 35_000, per: 160_000, smallFrom: 4_000, chance: 0.28 },
  provincial: { from: 20_000, per: 130_000, smallFrom: 2_500, chance: 0.2 },
  municipal: { from: 24_000, per: 300_000, smallFrom: 2_500, chance: 0.25 },
  community: { from: 60_000, per: 220_000, smallFrom: 1_500, chance: 0.09 },
};

/** Indigenous communities and urban centres of the corridor; GeoNames lists none of the communities. */
const indigenousSites = [
  { name: 'Kahnawà:ke', province: 'QC', lon: -73.683, lat: 45.417, staff: 4 },
  { name: 'Kanehsatà:ke', province: 'QC', lon: -74.121, lat: 45.482, staff: 2 },
  { name: 'Akwesasne', province: 'ON', lon: -74.712, lat: 45.007, staff: 4 },
  { name: 'Ottawa', province: 'ON', lon: -75.66, lat: 45.432, staff: 5 },
  { name: 'Montréal', province: 'QC', lon: -73.566, lat: 45.514, staff: 5 },
];

/** Invents the points of every town, with all that is not published: leases, visits, staff, hours, services. */
export function inventPoints(towns: readonly Town[]): InventedPoints {
  const made: InventedPoints = { organization: [], service_point: [], tenure: [], offering: [] };
  for (const town of [...towns].sort((a, b) => b.people - a.people || a.code.localeCompare(b.code, 'en')))
    for (const sector of ['federal', 'provincial', 'municipal', 'community'] as const)
      inventTown(made, town, sector, new SeededRandom(`${town.code} ${sector}`));
  for (const site of indigenousSites) {
    const town = { name: site.name, code: site.name, province: site.province, people: 0, sites: [site] };
    const random = new SeededRandom(`${site.name} indigenous`);
    addPoint(made, town, 'indigenous', { index: 1, kind: 'full-service', staff: site.staff }, random);
  }
  return made;
}

function inventTown(
  made: InventedPoints,
  town: Town,
  sector: Exclude<Sector, 'indigenous'>,
  random: SeededRandom,
): void {
  const { from, per, smallFrom, chance } = presence[sector];
  const large = town.people >= from;
  const count = large ? Math.max(1, Math.round(town.people / per)) : 0;
  for (let index = 1; index <= count; index += 1)
    addPoint(made, town, sector, { index, kind: 'full-service', staff: random.whole(5, 22) }, random);
  if (large || town.people < smallFrom || !random.chance(chance)) return;
  const visits = sector === 'federal' && town.people < 9_000;
  addPoint(
    made,
    town,
    sector,
    {
      index: 1,
      kind: visits ? 'scheduled-outreach' : 'full-service',
      staff: visits ? 1 : random.whole(1, 4),
    },
    random,
  );
}

function addPoint(
  made: InventedPoints,
  town: Town,
  sector: Sector,
  { index, kind, staff }: { index: number; kind: PointKind; staff: number },
  random: SeededRandom,
): void {
  const organization = organizationOf(town, sector);
  if (!made.organization.some(({ id }) => id === organization.id)) made.organization.push(organization);
  const id = `${organization.id}-${slug(town.name)}-${index}`;
  const number = index === 1 ? '' : ` ${index}`;
  const label = sector === 'municipal' || sector === 'indigenous' ? '' : `, ${town.name}`;
  const visits = kind === 'scheduled-outreach';
  const days = visits ? random.whole(1, 4) : staff <= 2 ? random.pick([8, 12, 20]) : 21;
  const [lon, lat] = placeNear(random.pick(nonEmpty(town.sites)), town.people, random);
  made.service_point.push({
    id,
    organization_id: organization.id,
    name_en: `${organization.name_en}${label}${number}`,
    name_fr: `${organization.name_fr ?? organization.name_en}${label}${number}`,
    kind,
    address: null,
    municipality: town.name,
    province: town.province,
    postal_code: null,
    lon,
    lat,
    location_method: 'place',
    location_doubt: false,
    opening_hours: visits ? null : hours(days, random),
    days_per_month: days,
    staff: random.chance(0.06) ? null : staff,
    annual_visits: random.chance(0.1) ? null : Math.round((staff * days * random.between(70, 190)) / 10) * 10,
    languages: languages(town.province, sector, random),
    floor_area_m2: visits ? null : Math.round(40 + staff * random.between(14, 24)),
    illustrative: true,
    source_id: 'invented',
  });
  made.tenure.push(tenure(id, sector, visits, staff, random));
  made.offering.push(...offerings(id, sector, { large: staff >= 5, visits, days }, random));
}

function organizationOf({ name, province }: Town, sector: Sector): Organization {
  const named = (id: string, name_en: string, name_fr: string): Organization => ({
    id,
    name_en,
    name_fr,
    government: sector,
    illustrative: true,
  });
  if (sector === 'federal') return named('service-canada', 'Service Canada', 'Service Canada');
  if (sector === 'provincial' && province === 'ON')
    return named('serviceontario', 'ServiceOntario', 'ServiceOntario');
  if (sector === 'provincial') return named('services-quebec', 'Services Québec', 'Services Québec');
  if (sector === 'municipal')
    return named(`municipality-${slug(name)}`, `${name}, municipal office`, `${name}, bureau municipal`);
  if (sector === 'indigenous')
    return named(`indigenous-${slug(name)}`, `${name}, Indigenous services`, `${name}, services autochtones`);
  return named('community-hubs', 'Community hub', 'Carrefour communautaire');
}

const slug = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');

function nonEmpty<T>(list: readonly T[]): readonly [T, ...T[]] {
  const [first, ...rest] = list;
  if (first === undefined) throw new Error('a town without a site');
  return [first, ...rest];
}

/** Within a few hundred metres of the centre of a small town, up to two kilometres in a large one. */
function placeNear(
  { lon, lat }: { lon: number; lat: number },
  people: number,
  random: SeededRandom,
): [number, number] {
  const kilometres = Math.min(2, 0.2 + Math.sqrt(people / 1000) * 0.12) * Math.sqrt(random.next());
  const angle = random.between(0, 2 * Math.PI);
  const north = (kilometres * Math.sin(angle)) / 111.2;
  const east = (kilometres * Math.cos(angle)) / (111.2 * Math.cos((lat * Math.PI) / 180));
  return [Number((lon + east).toFixed(5)), Number((lat + north).toFixed(5))];
}

function hours(days: number, random: SeededRandom): string {
  if (days <= 8) return 'Tu,Th 09:30-15:30';
  if (days <= 12) return 'Mo-We 09:00-12:00,13:00-16:00';
  return random.pick([
    'Mo-Fr 08:30-16:00',
    'Mo-Fr 08:30-16:30',
    'Mo-Fr 09:00-17:00',
    'Mo-Fr 09:00-12:00,13:00-16:30',
  ]);
}

function languages(province: string, sector: Sector, random: SeededRandom): string | null {
  if (random.chance(0.05)) return null;
  const both = random.chance(
    { federal: 0.85, provincial: 0.5, municipal: 0.35, indigenous: 0.8, community: 0.5 }[sector],
  );
  if (sector === 'indigenous') return both ? 'moh|en|fr' : 'en|fr';
  if (both) return 'en|fr';
  return province === 'QC' ? 'fr' : 'en';
}

/** A visit sits on the host's licence; most town halls own their building; the rest lease. */
function tenure(
  pointId: string,
  sector: Sector,
  visits: boolean,
  staff: number,
  random: SeededRandom,
): Tenure {
  const owned = !visits && random.chance(sector === 'municipal' || sector === 'indigenous' ? 0.7 : 0.08);
  const kind = visits ? 'licence' : owned ? 'owned' : 'lease';
  const base = { point_id: pointId, kind, illustrative: true, source_id: 'invented' } as const;
  const none = {
    start_date: null,
    expiry_date: null,
    break_date: null,
    extension_months: null,
    notice_months: null,
  };
  if (owned) return { ...base, ...none, annual_cost: null };
  const expiry = 2026 + Math.floor(random.between(1, visits ? 4 : 9));
  const month = random.pick(['03-31', '06-30', '09-30', '12-31']);
  const known = !random.chance(0.08);
  return {
    ...base,
    start_date: `${expiry - (visits ? 3 : random.pick([5, 10]))}-04-01`,
    expiry_date: known ? `${expiry}-${month}` : null,
    break_date: known && random.chance(0.2) ? `${expiry - 1}-${month}` : null,
    extension_months: random.pick([0, 0, 12, 24, 36, 60]),
    notice_months: visits ? 1 : random.pick([3, 6, 9, 12]),
    annual_cost: visits
      ? random.whole(6, 24) * 100
      : Math.round((60 + staff * 20) * random.between(150, 320)),
  };
}

function offerings(
  pointId: string,
  sector: Sector,
  { large, visits, days }: { large: boolean; visits: boolean; days: number },
  random: SeededRandom,
): Offering[] {
  const { always, perhaps } = offers[sector];
  const extra = perhaps.filter(() => random.chance(large ? 0.75 : visits ? 0.2 : 0.45));
  const special =
    sector === 'federal' && large && random.chance(0.3) ? ['passport', 'passport-urgent', 'biometrics'] : [];
  return [...new Set([...always, ...extra, ...special])].map((service_id) => ({
    point_id: pointId,
    service_id,
    mode: visits ? 'appointment' : 'in person',
    days_per_month: days,
    illustrative: true,
  }));
}

/** Towns of the demand areas; a split city takes its neighbourhoods as sites. */
export function townsOf(areas: readonly Area[]): Town[] {
  const site = ({ lon, lat }: Area) => (lon === null || lat === null ? [] : [{ lon, lat }]);
  return areas
    .filter(({ level, population }) => level === 'community' && population !== null)
    .map((area) => {
      const parts = areas.filter(({ parent_code }) => parent_code === area.code);
      return {
        name: area.name_en,
        code: area.code,
        province: area.province ?? '',
        people: area.population ?? 0,
        sites: (parts.length > 0 ? parts : [area]).flatMap(site),
      };
    });
}
