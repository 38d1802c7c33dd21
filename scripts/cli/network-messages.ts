import { bilingual } from '../../src/model/text.ts';

/** What the `network` commands say of themselves. */
export const networkCliMessages = bilingual({
  en: {
    unknownTask: (found: string) => `network takes build, route, matrix or isochrone, not “${found}”.`,
    oneFile: 'name one OpenStreetMap file (.osm.pbf, .osm.gz), or the files of a national road network.',
    noMapping: (file: string, columns: string) =>
      `${file} is neither an OpenStreetMap file nor of a road network whose columns are known (it has ${columns}); give --mapping.`,
    noColumns: (file: string) => `${file} is neither an OpenStreetMap file nor a table of roads.`,
    oneExtract: (file: string) =>
      `${file} is an OpenStreetMap extract: a graph is made of one alone. Merge extracts first, for instance with osmium.`,
    fact: (name: string, lines: string) => `${name}: ${lines}`,
    notPlace: (name: string, found: string) =>
      `${name} is LAT,LON in degrees, such as 45.42,-75.69, not “${found}”.`,
    notObjective: (found: string) => `--objective is time or distance, not “${found}”.`,
    notDirection: (found: string) => `--direction is from or to, not “${found}”.`,
    notWhole: (name: string, found: string) => `${name} is a whole number of 1 or more, not “${found}”.`,
    notMinutes: (found: string) => `--minutes is a list of numbers above 0, such as 15,30, not “${found}”.`,
    notLand: (found: string) => `-o names a .geojson file, not “${found}”.`,
    notTable: (found: string) => `-o names a .csv or .parquet file, not “${found}”.`,
    noPlaces: (file: string) => `no row with a place was found in ${file}.`,
    built: (output: string, junctions: string, edges: string, kilometres: string) =>
      `${output}: ${junctions} junctions, ${edges} stretches of road, ${kilometres} km`,
    ways: (read: string, kept: string, leftOut: string) =>
      `Ways read: ${read}; roads: ${kept}; left out: ${leftOut}`,
    routed: (kilometres: string, minutes: string, state: string) =>
      `${kilometres} km, ${minutes} min, ${state}`,
    noRoute: 'no road leads there.',
    snapped: (from: string, to: string) => `To the road: ${from} km; from the road: ${to} km.`,
    matrixRows: (rows: string, from: string, to: string) =>
      `${rows} journeys between ${from} and ${to} places`,
    noRoad: (count: string) => `pairs of places that no road joins: ${count}`,
    offRoad: (count: string) => `places too far from any road: ${count}`,
    unused: (file: string, withoutPlace: string, listed: string) =>
      `${file}: rows without a place: ${withoutPlace}; rows that check lists: ${listed}`,
    areas: (output: string, list: string) => `${output}: ${list}`,
    area: (minutes: string, squareKilometres: string) => `${minutes} min: ${squareKilometres} km²`,
    placeOffRoad: (kilometres: string) =>
      `The place is too far from any road (${kilometres} km): nothing is within reach.`,
  },
  fr: {
    unknownTask: (found: string) => `network accepte build, route, matrix ou isochrone, pas « ${found} ».`,
    oneFile:
      'nommez un fichier d’OpenStreetMap (.osm.pbf, .osm.gz), ou les fichiers d’un réseau routier national.',
    noMapping: (file: string, columns: string) =>
      `${file} n’est ni un fichier d’OpenStreetMap ni d’un réseau routier aux colonnes connues (il a ${columns}); donnez --mapping.`,
    noColumns: (file: string) => `${file} n’est ni un fichier d’OpenStreetMap ni une table de routes.`,
    oneExtract: (file: string) =>
      `${file} est un extrait d’OpenStreetMap : un graphe se fait d’un seul. Fusionnez les extraits d’abord, par exemple avec osmium.`,
    fact: (name: string, lines: string) => `${name} : ${lines}`,
    notPlace: (name: string, found: string) =>
      `${name} est LAT,LON en degrés, par exemple 45.42,-75.69, pas « ${found} ».`,
    notObjective: (found: string) => `--objective est time ou distance, pas « ${found} ».`,
    notDirection: (found: string) => `--direction est from ou to, pas « ${found} ».`,
    notWhole: (name: string, found: string) => `${name} est un nombre entier d’au moins 1, pas « ${found} ».`,
    notMinutes: (found: string) =>
      `--minutes est une liste de nombres au-dessus de 0, par exemple 15,30, pas « ${found} ».`,
    notLand: (found: string) => `-o nomme un fichier .geojson, pas « ${found} ».`,
    notTable: (found: string) => `-o nomme un fichier .csv ou .parquet, pas « ${found} ».`,
    noPlaces: (file: string) => `aucune ligne avec un emplacement dans ${file}.`,
    built: (output: string, junctions: string, edges: string, kilometres: string) =>
      `${output} : ${junctions} carrefours, ${edges} tronçons, ${kilometres} km`,
    ways: (read: string, kept: string, leftOut: string) =>
      `Voies lues : ${read}; routes : ${kept}; laissées de côté : ${leftOut}`,
    routed: (kilometres: string, minutes: string, state: string) =>
      `${kilometres} km, ${minutes} min, ${state}`,
    noRoute: 'aucune route n’y mène.',
    snapped: (from: string, to: string) => `Jusqu’à la route : ${from} km; depuis la route : ${to} km.`,
    matrixRows: (rows: string, from: string, to: string) => `${rows} trajets entre ${from} et ${to} lieux`,
    noRoad: (count: string) => `paires de lieux qu’aucune route ne relie : ${count}`,
    offRoad: (count: string) => `lieux trop loin de toute route : ${count}`,
    unused: (file: string, withoutPlace: string, listed: string) =>
      `${file} : lignes sans emplacement : ${withoutPlace}; lignes que check écarte : ${listed}`,
    areas: (output: string, list: string) => `${output} : ${list}`,
    area: (minutes: string, squareKilometres: string) => `${minutes} min : ${squareKilometres} km²`,
    placeOffRoad: (kilometres: string) =>
      `Le lieu est trop loin de toute route (${kilometres} km) : rien n’est à portée.`,
  },
});
