import { pointKinds, type OrderOfGovernment, type PointKind } from '../../model/tables.ts';
import { normaliseName } from './names.ts';

const words: Record<PointKind, readonly string[]> = {
  'full-service': [
    'scc',
    'scc passport',
    'passport',
    'centre',
    'full service centre',
    'service canada centre',
    'passport office',
    'service canada centre and passport office consolidated',
    'centre service canada',
    'bureau des passeports',
    'centre a services complets',
    'service centre',
    'office',
    'bureau',
  ],
  'scheduled-outreach': [
    'outreach',
    'scheduled outreach site',
    'site de services mobiles reguliers',
    'visite reguliere',
    'itinerant',
  ],
  virtual: ['kiosk', 'self serve', 'libre service', 'virtuel', 'virtual or self serve'],
  mobile: ['mobile unit', 'unite mobile', 'vehicle', 'vehicule'],
  agent: [
    'partner',
    'service delivery partner',
    'partenaire',
    'agent of another government',
    'agence',
    'community office',
  ],
};

const byWord = new Map<string, PointKind>(
  pointKinds.flatMap((kind) => [normaliseName(kind), ...words[kind]].map((word) => [word, kind] as const)),
);

/** The kind of service point that a whole cell names, in English or French; null when it is none we know. */
export function pointKindOf(text: string): PointKind | null {
  return byWord.get(normaliseName(text)) ?? null;
}

const governmentWords: Record<OrderOfGovernment, RegExp> = {
  federal:
    /^(federal|federale|federal government|gouvernement federal|government of canada|gouvernement du canada|service canada|.+ (agency )?of canada|.+ canada)$/,
  provincial:
    /^(provincial|provinciale|province of .+|service (new brunswick|nouveau brunswick|nova scotia|ontario|bc)|serviceontario|servicebc|access (pei|nova scotia)|services quebec|province)$/,
  territorial:
    /^(territorial|territoriale|territory|territoire|government of (the )?(yukon|nunavut|northwest territories))$/,
  municipal:
    /^(municipal|municipale|municipality|municipalite|(city|town|village|municipality|township|county) of .+|(ville|village|municipalite) d.+)$/,
  indigenous:
    /^(indigenous|autochtone|aboriginal|first nations?|.+ first nations?|inuit|metis|.+ band|band council|conseil de bande)$/,
  community:
    /^(community|communautaire|community partner|partenaire communautaire|non profit|nonprofit|ngo|obnl|organisme sans but lucratif|library|bibliotheque)$/,
};

/** The order of government that a whole cell or an organization's name states; null when neither says. */
export function governmentOf(text: string): OrderOfGovernment | null {
  const name = normaliseName(text);
  const found = Object.entries(governmentWords).find(([, pattern]) => pattern.test(name));
  return found ? (found[0] as OrderOfGovernment) : null;
}
