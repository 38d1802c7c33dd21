import { counted, plural } from '../format.ts';
import { bilingual } from '../text.ts';

const en = (count: number, one: string, other: string) => counted('en', count, one, other);
const fr = (count: number, one: string, other: string) => counted('fr', count, one, other);

/** What "About the data" says of a road graph. Reasons and warnings are keyed as src/network/graph-origin.ts lists them. */
export const graphMessages = bilingual({
  en: {
    places: (count: number) => en(count, 'place', 'places'),
    details: 'What the road graph holds and leaves out',
    profileId: 'Profile',
    builder: 'Made by builder',
    files: 'Files read',
    size: 'Size',
    sizeText: (junctions: number, edges: number, arcs: number) =>
      `${en(junctions, 'junction', 'junctions')}, ${en(edges, 'stretch of road', 'stretches of road')}, ${en(arcs, 'direction of travel', 'directions of travel')}`,
    length: 'Length',
    kinds: { road: 'road', 'winter road': 'winter road or ice bridge', ferry: 'ferry' },
    ofKind: (kilometres: string, kind: string) => `${kilometres} of ${kind}`,
    parts: 'Connected parts',
    partsText: (parts: number) => en(parts, 'part serves places', 'parts serve places'),
    outsideText: (kilometres: string, edges: number) =>
      `${kilometres} of road in ${en(edges, 'stretch', 'stretches')} cannot be reached and left again from there: no place is led to them`,
    linesRead: 'Lines read',
    leftOut: 'Lines left out',
    leftOutReasons: {
      'not a road': 'not a road for cars',
      'no access': 'no public access',
      'class left out': 'of a class that is left out',
      'class unknown': 'of a class without a speed',
      'closed both ways': 'closed both ways',
      'not a line': 'not a line',
      'fewer than two corners': 'fewer than two corners',
      'coordinates out of range': 'coordinates out of range',
      'nodes missing': 'places missing in the file',
      'no length': 'no length',
    },
    bans: 'Turn restrictions',
    bansText: (kept: number) => en(kept, 'kept', 'kept'),
    droppedBans: 'Turn restrictions dropped',
    droppedBanReasons: {
      'roads apart': 'the roads do not meet',
      'closed anyway': 'closed anyway',
      'not for this vehicle': 'not for this vehicle',
      'at certain times': 'at certain times only',
      incomplete: 'incomplete',
      'kind unknown': 'of an unknown kind',
    },
    warnings: 'To know',
    warningTexts: {
      'possible missing junctions': (count: number) =>
        `${en(count, 'road ends', 'roads end')} beside another without a junction: the file may miss one there`,
      'no direction column': (count: number) =>
        `no directions for ${en(count, 'line', 'lines')}: taken as open both ways`,
      'no speed column': (count: number) =>
        `no speed limits for ${en(count, 'line', 'lines')}: speeds by class are assumed`,
      'no speed limit': (count: number) =>
        `${en(count, 'line states', 'lines state')} no speed limit: speeds by class are assumed`,
      'direction unknown': (count: number) =>
        `${en(count, 'line', 'lines')} of unknown direction: taken as open both ways`,
      'class assumed': (count: number) =>
        `${en(count, 'line', 'lines')} of no known class: a speed is assumed`,
      'ferries without duration': (count: number) =>
        `${en(count, 'ferry', 'ferries')} without a stated duration: a speed is assumed`,
      'roads cut off': (count: number) =>
        `${en(count, 'road goes on', 'roads go on')} beyond the edge of the file: ways round may be missing`,
    },
    unknown: 'Not known to the profile',
    unknownMore: (count: number) => plural('en', count, { one: `and 1 more`, other: `and ${count} more` }),
    reasonCount: (reason: string, count: string) => `${reason}: ${count}`,
  },
  fr: {
    places: (count: number) => fr(count, 'lieu', 'lieux'),
    details: 'Ce que le graphe routier contient et laisse de côté',
    profileId: 'Profil',
    builder: 'Version du constructeur',
    files: 'Fichiers lus',
    size: 'Taille',
    sizeText: (junctions: number, edges: number, arcs: number) =>
      `${fr(junctions, 'carrefour', 'carrefours')}, ${fr(edges, 'tronçon', 'tronçons')}, ${fr(arcs, 'sens de parcours', 'sens de parcours')}`,
    length: 'Longueur',
    kinds: { road: 'route', 'winter road': 'route d’hiver ou pont de glace', ferry: 'traversier' },
    ofKind: (kilometres: string, kind: string) => `${kilometres} de ${kind}`,
    parts: 'Parties reliées',
    partsText: (parts: number) => fr(parts, 'partie dessert des lieux', 'parties desservent des lieux'),
    outsideText: (kilometres: string, edges: number) =>
      `${kilometres} de route en ${fr(edges, 'tronçon', 'tronçons')} où l’on ne peut aller et d’où l’on ne peut revenir : aucun lieu n’y est rattaché`,
    linesRead: 'Lignes lues',
    leftOut: 'Lignes laissées de côté',
    leftOutReasons: {
      'not a road': 'pas une route pour voitures',
      'no access': 'sans accès public',
      'class left out': 'd’une classe laissée de côté',
      'class unknown': 'd’une classe sans vitesse',
      'closed both ways': 'fermées dans les deux sens',
      'not a line': 'pas une ligne',
      'fewer than two corners': 'moins de deux sommets',
      'coordinates out of range': 'coordonnées hors limites',
      'nodes missing': 'lieux absents du fichier',
      'no length': 'sans longueur',
    },
    bans: 'Interdictions de tourner',
    bansText: (kept: number) => fr(kept, 'conservée', 'conservées'),
    droppedBans: 'Interdictions de tourner écartées',
    droppedBanReasons: {
      'roads apart': 'les routes ne se touchent pas',
      'closed anyway': 'passage déjà fermé',
      'not for this vehicle': 'ne visent pas ce véhicule',
      'at certain times': 'à certaines heures seulement',
      incomplete: 'incomplètes',
      'kind unknown': 'd’un genre inconnu',
    },
    warnings: 'À savoir',
    warningTexts: {
      'possible missing junctions': (count: number) =>
        `${fr(count, 'route finit', 'routes finissent')} contre une autre sans carrefour : il en manque peut-être un dans le fichier`,
      'no direction column': (count: number) =>
        `aucun sens de circulation pour ${fr(count, 'ligne', 'lignes')} : ouverture supposée dans les deux sens`,
      'no speed column': (count: number) =>
        `aucune limite de vitesse pour ${fr(count, 'ligne', 'lignes')} : vitesses supposées selon la classe`,
      'no speed limit': (count: number) =>
        `${fr(count, 'ligne ne dit', 'lignes ne disent')} aucune limite de vitesse\u00a0: vitesses supposées selon la classe`,
      'direction unknown': (count: number) =>
        `${fr(count, 'ligne', 'lignes')} de sens inconnu : ouverture supposée dans les deux sens`,
      'class assumed': (count: number) =>
        `${fr(count, 'ligne', 'lignes')} sans classe connue : vitesse supposée`,
      'ferries without duration': (count: number) =>
        `${fr(count, 'traversier', 'traversiers')} sans durée indiquée : vitesse supposée`,
      'roads cut off': (count: number) =>
        `${fr(count, 'route se poursuit', 'routes se poursuivent')} hors du fichier : des détours peuvent manquer`,
    },
    unknown: 'Inconnu du profil',
    unknownMore: (count: number) =>
      plural('fr', count, { one: `et ${count} autre`, other: `et ${count} autres` }),
    reasonCount: (reason: string, count: string) => `${reason} : ${count}`,
  },
});
