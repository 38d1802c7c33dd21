import { bilingual } from '../text.ts';

/** Bringing roads in, on the data panel. */
export const roadMessages = bilingual({
  en: {
    title: 'Roads',
    none: 'This project has no roads: distances are estimated from the straight line. Drop an OpenStreetMap extract (.osm.pbf, .osm.gz), the files of a national road network or a road graph above.',
    building: (file: string) => `Reading roads from ${file}`,
    readyTitle: 'Roads ready to use',
    ready: (file: string) => `${file} was read. Nothing has changed yet.`,
    covers: (places: string) => `${places} of this project lie within the area of these roads.`,
    coversNone:
      'No place of this project lies within the area of these roads: every distance would stay an estimate. Is it another region?',
    accept: 'Use these roads',
    acceptNew: 'Start a project with these roads',
    discard: 'Discard',
    remove: 'Remove the roads',
    accepted: 'The roads are in the project. Distances are computed again.',
    removed: 'The roads were removed. Distances are estimates again.',
    /** A refusal that does not name the file. */
    refused: (file: string, why: string) => `${file}: ${why}`,
    notGraph: 'The road graph cannot be used. Make it again from its source.',
    linesFound: (networks: string) =>
      `The columns are those of a road network (${networks}): these lines can be the project’s roads.`,
    linesUse: 'Make roads of these files',
    unknownLines: (file: string, columns: string) =>
      `${file} is of no road network known here (its columns: ${columns}). Drop the road files by themselves.`,
    noRoads: (file: string, read: string, leftOut: string) =>
      `${file} has no road for cars. Lines read: ${read}${leftOut === '' ? '' : ` (${leftOut})`}.`,
    shapefileParts: 'A Shapefile is read with its .dbf and .prj beside it.',
    oneAtATime: 'One file of roads at a time: drop the road file by itself.',
    newName: (file: string) => `Roads of ${file}`,
  },
  fr: {
    title: 'Routes',
    none: 'Ce projet n’a pas de routes\u00a0: les distances sont estimées à partir de la ligne droite. Déposez ci-dessus un extrait d’OpenStreetMap (.osm.pbf, .osm.gz), les fichiers d’un réseau routier national ou un graphe routier.',
    building: (file: string) => `Lecture des routes de ${file}`,
    readyTitle: 'Routes prêtes à servir',
    ready: (file: string) => `${file} a été lu. Rien n’a encore changé.`,
    covers: (places: string) => `${places} de ce projet se trouvent dans le territoire de ces routes.`,
    coversNone:
      'Aucun lieu de ce projet ne se trouve dans le territoire de ces routes\u00a0: toutes les distances resteraient estimées. Est-ce une autre région?',
    accept: 'Utiliser ces routes',
    acceptNew: 'Commencer un projet avec ces routes',
    discard: 'Abandonner',
    remove: 'Retirer les routes',
    accepted: 'Les routes sont dans le projet. Les distances sont recalculées.',
    removed: 'Les routes ont été retirées. Les distances sont de nouveau estimées.',
    refused: (file: string, why: string) => `${file}\u00a0: ${why}`,
    notGraph: 'Le graphe routier ne peut pas servir. Refaites-le à partir de sa source.',
    linesFound: (networks: string) =>
      `Les colonnes sont celles d’un réseau routier (${networks}) : ces lignes peuvent servir de routes au projet.`,
    linesUse: 'Faire des routes de ces fichiers',
    unknownLines: (file: string, columns: string) =>
      `${file} n’est d’aucun réseau routier connu ici (ses colonnes : ${columns}). Déposez les fichiers de routes seuls.`,
    noRoads: (file: string, read: string, leftOut: string) =>
      `${file} n’a aucune route pour voitures. Lignes lues\u00a0: ${read}${leftOut === '' ? '' : ` (${leftOut})`}.`,
    shapefileParts: 'Un Shapefile se lit avec ses fichiers .dbf et .prj à côté.',
    oneAtATime: 'Un seul fichier de routes à la fois\u00a0: déposez-le seul.',
    newName: (file: string) => `Routes de ${file}`,
  },
});
