import type { Caveat, CaveatKind } from '../caveats.ts';
import { counted, createFormat, plural } from '../format.ts';
import { bilingual, type Language } from '../text.ts';
import { coverageMessages } from './coverage.ts';
import { dataMessages } from './data.ts';

type CaveatOf<Kind extends CaveatKind> = Extract<Caveat, { kind: Kind }>;
type CaveatWords = { [Kind in CaveatKind]: (caveat: CaveatOf<Kind>) => string };

const en = createFormat('en');
const fr = createFormat('fr');
const words = bilingual<CaveatWords>({
  en: {
    'illustrative-data': (c) =>
      `Invented for this sample: ${en.list(c.tables.map((table) => dataMessages.en.table[table].toLowerCase()))}. Use them to learn the tool, not to decide.`,
    'straight-line-estimate': (c) =>
      `${counted('en', c.pairs, 'distance is an estimate', 'distances are estimates')} without road data: the straight line × ${en.decimal(c.detourFactor)}.`,
    'straight-line': (c) =>
      `Straight-line distances (${counted('en', c.pairs, 'pair', 'pairs')}): roads are longer.`,
    'imported-journeys': (c) =>
      `${counted('en', c.pairs, 'journey was', 'journeys were')} found by another tool and imported; how it travels is its own.`,
    'closed-ways': (c) =>
      `Counted as closed: ${en.list(c.ways.map((way) => coverageMessages.en.seasonalWay[way]))}.`,
    'roads-assumed': ({ what }) =>
      `The file of the roads states ${en.list(what.map((one) => ({ directions: 'no one-way streets', speeds: 'no speed limits' })[one]))}: ${en.list(what.map((one) => ({ directions: 'every road counts both ways', speeds: 'speeds are assumed by class' })[one]))}.`,
    'journeys-thinned': (c) =>
      `A large project: every journey of up to ${en.integer(c.minutes)} min counts, and beyond that only those to the ${counted('en', c.nearest, 'nearest point', 'nearest points')} of each ${c.groupedBy === 'organization' ? 'organization' : 'order of government'}. With a longer limit, or for one service${c.groupedBy === 'government' ? ' or organization' : ''}, more may be in reach.`,
    'assumed-speed': (c) =>
      `Times assume ${en.integer(c.kilometresPerHour)} km/h where there is no road data.`,
    'points-without-location': (c) =>
      `${counted('en', c.count, 'service point has', 'service points have')} no location and ${plural('en', c.count, { one: 'is', other: 'are' })} not counted.`,
    'areas-without-location': (c) =>
      `${counted('en', c.count, 'area', 'areas')} with ${en.integer(c.people)} people ${plural('en', c.count, { one: 'has', other: 'have' })} no location and ${plural('en', c.count, { one: 'is', other: 'are' })} left out of the total.`,
    'areas-without-population': (c) =>
      `${counted('en', c.count, 'community has', 'communities have')} no known population: counted as a community, not in people.`,
    'areas-off-the-road': (c) =>
      `${counted('en', c.count, 'community', 'communities')} (${en.integer(c.people)} people) ${plural('en', c.count, { one: 'lies', other: 'lie' })} too far from any road of the network.`,
    'points-off-the-road': (c) =>
      `${counted('en', c.count, 'service point lies', 'service points lie')} too far from any road of the network.`,
    'access-unknown': (c) =>
      `${counted('en', c.count, 'community', 'communities')} (${en.integer(c.people)} people): how they are reached is not known.`,
    'winter-road': (c) =>
      `${counted('en', c.count, 'community', 'communities')} (${en.integer(c.people)} people) count as reached by a winter road, open part of the year.`,
    ferry: (c) =>
      `${counted('en', c.count, 'community', 'communities')} (${en.integer(c.people)} people) count as reached by a ferry or ice bridge, closed at freeze-up and break-up.`,
    'apportioned-population': (c) =>
      `${counted('en', c.count, 'neighbourhood', 'neighbourhoods')} (${en.integer(c.people)} people): the city’s count shared out by a rule, not counted there.`,
    'approximate-locations': (c) =>
      `${counted('en', c.count, 'location comes', 'locations come')} from a postal code or municipality and may be many kilometres off.`,
    'doubtful-locations': (c) =>
      `${counted('en', c.count, 'point lies', 'points lie')} elsewhere than the municipality, postal code or province that the file states for it: check before you rely on it.`,
    'no-partner-points': () => 'The data holds no partner’s points: a host cannot be suggested.',
    'no-leases': () => 'The data holds no leases: when sites could move is not known.',
    'no-indicators': () => 'The data holds no socio-economic indicators: need is not known.',
  },
  fr: {
    'illustrative-data': (c) =>
      `Inventés pour cet exemple : ${fr.list(c.tables.map((table) => dataMessages.fr.table[table].toLowerCase()))}. Pour apprendre l’outil, non pour décider.`,
    'straight-line-estimate': (c) =>
      `${counted('fr', c.pairs, 'distance est une estimation', 'distances sont des estimations')} sans données routières : la ligne droite × ${fr.decimal(c.detourFactor)}.`,
    'straight-line': (c) =>
      `Distances en ligne droite (${counted('fr', c.pairs, 'paire', 'paires')}) : par la route, c’est plus long.`,
    'imported-journeys': (c) =>
      `${counted('fr', c.pairs, 'trajet a été trouvé et importé', 'trajets ont été trouvés et importés')} d’un autre outil; sa façon de voyager lui est propre.`,
    'closed-ways': (c) =>
      `Comptés comme fermés : ${fr.list(c.ways.map((way) => coverageMessages.fr.seasonalWay[way]))}.`,
    'roads-assumed': ({ what }) =>
      `Le fichier des routes n’indique ${what.map((one) => ({ directions: 'aucun sens unique', speeds: 'aucune limite de vitesse' })[one]).join(' ni ')} : ${fr.list(what.map((one) => ({ directions: 'toute route compte dans les deux sens', speeds: 'les vitesses sont supposées selon la classe' })[one]))}.`,
    'journeys-thinned': (c) =>
      `Projet de grande taille : tous les trajets d’au plus ${fr.integer(c.minutes)} min comptent, et au-delà seulement ceux vers ${plural('fr', c.nearest, { one: 'le point le plus proche', other: `les ${c.nearest} points les plus proches` })} de chaque ${c.groupedBy === 'organization' ? 'organisation' : 'ordre de gouvernement'}. Avec une limite plus longue, ou pour un seul service${c.groupedBy === 'government' ? ' ou une seule organisation' : ''}, il peut y en avoir davantage à portée.`,
    'assumed-speed': (c) =>
      `Les durées supposent ${fr.integer(c.kilometresPerHour)} km/h là où il n’y a pas de données routières.`,
    'points-without-location': (c) =>
      `${counted('fr', c.count, 'point de service sans emplacement n’est pas compté', 'points de service sans emplacement ne sont pas comptés')}.`,
    'areas-without-location': (c) =>
      `${counted('fr', c.count, 'secteur', 'secteurs')} sans emplacement (${fr.integer(c.people)} personnes) ${plural('fr', c.count, { one: 'est exclu', other: 'sont exclus' })} du total.`,
    'areas-without-population': (c) =>
      `${counted('fr', c.count, 'localité', 'localités')} sans population connue : comptées comme localités, non en personnes.`,
    'areas-off-the-road': (c) =>
      `${counted('fr', c.count, 'localité', 'localités')} (${fr.integer(c.people)} personnes) trop loin de toute route du réseau.`,
    'points-off-the-road': (c) =>
      `${counted('fr', c.count, 'point de service', 'points de service')} trop loin de toute route du réseau.`,
    'access-unknown': (c) =>
      `${counted('fr', c.count, 'localité', 'localités')} (${fr.integer(c.people)} personnes) : mode d’accès inconnu.`,
    'winter-road': (c) =>
      `${counted('fr', c.count, 'localité', 'localités')} (${fr.integer(c.people)} personnes) comptées comme desservies par une route d’hiver, ouverte une partie de l’année.`,
    ferry: (c) =>
      `${counted('fr', c.count, 'localité', 'localités')} (${fr.integer(c.people)} personnes) comptées comme desservies par un traversier ou un pont de glace, fermés à l’englacement et à la débâcle.`,
    'apportioned-population': (c) =>
      `${counted('fr', c.count, 'quartier', 'quartiers')} (${fr.integer(c.people)} personnes) : le compte de la ville est réparti selon une règle, non dénombré sur place.`,
    'approximate-locations': (c) =>
      `${counted('fr', c.count, 'emplacement provient', 'emplacements proviennent')} d’un code postal ou d’une municipalité; l’écart peut être de plusieurs kilomètres.`,
    'doubtful-locations': (c) =>
      `${counted('fr', c.count, 'point se trouve', 'points se trouvent')} ailleurs que la municipalité, le code postal ou la province indiqués dans le fichier : vérifiez avant de vous y fier.`,
    'no-partner-points': () =>
      'Les données ne contiennent aucun point de partenaire : aucun hôte ne peut être proposé.',
    'no-leases': () =>
      'Les données ne contiennent aucun bail : le moment où les sites pourraient bouger est inconnu.',
    'no-indicators': () =>
      'Les données ne contiennent aucun indicateur socioéconomique : le besoin est inconnu.',
  },
});

/** A caveat in a sentence. */
export function caveatText(caveat: Caveat, language: Language): string {
  // The table above has one function for each kind; TypeScript cannot see that key and argument agree.
  const word = words[language][caveat.kind] as (caveat: Caveat) => string;
  return word(caveat);
}
