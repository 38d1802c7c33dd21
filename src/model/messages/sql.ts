import { plural } from '../format.ts';
import { bilingual, type Language } from '../text.ts';

const rows = (language: Language, count: number, written: string) =>
  language === 'fr'
    ? plural('fr', count, { one: `${written} ligne`, other: `${written} lignes` })
    : plural('en', count, { one: `${written} row`, other: `${written} rows` });

/** The console: a text in SQL, its answer, the tables it can ask, the queries that are kept. */
export const sqlMessages = bilingual({
  en: {
    question: 'What do the tables say? Ask them in SQL.',
    caption: 'The answer to a question in SQL',
    editor: 'SQL question',
    editorHelp:
      'Ctrl or ⌘ with Enter runs it. Tab leaves the editor. Questions only: nothing here can change the project.',
    run: 'Run',
    running: 'Running…',
    cancelled: 'Stopped.',
    answered: (count: number, written: string, milliseconds: string) =>
      `${rows('en', count, written)} in ${milliseconds} ms`,
    capped: (cap: string) =>
      `Only the first ${cap} rows are shown: there are more. Narrow the question, or count in it.`,
    outdated: 'The project’s tables have changed since this answer. Run it again to see them as they are.',
    inTable: 'The answer is in the table below the map.',
    tableEmpty: 'The answer will be here. Run a question, or begin with an example.',
    stands: 'The last answer still stands in table, chart and map.',
    mapped: (placed: string, of: string, by: string) =>
      `${placed} of ${of} rows are on the map, placed by ${by}.`,
    notMapped:
      'No row can be placed: the map shows the project. For a map, answer with lon and lat, an area’s code or a point’s id.',
    refused: 'Not run',
    failed: 'The engine could not run it',
    place: (line: string, column: string) => `line ${line}, column ${column}`,
    goToPlace: 'Go to the place',
    refusal: {
      empty: 'There is no question to run.',
      several: 'One question at a time: something follows the semicolon.',
      statement: (word: string, words: string) =>
        `“${word}” does not ask, it does something. A question begins with ${words}.`,
      function: (name: string) =>
        `The function “${name}” reads or does something outside the project’s tables, so it is not run here.`,
      outside: 'Only the project’s tables can be asked, not files or addresses. Drop the file in Data first.',
      parenthesis: 'This parenthesis closes nothing.',
      unfinished: 'The question ends too early.',
      pivot: 'Here, PIVOT needs its values written out: PIVOT … ON column IN (…).',
    },
    examples: 'Examples',
    example: {
      peopleByProvince: 'People by province',
      pointsByOrganization: 'Points by organization',
      leasesEnding: 'Leases that end within two years',
      notReached: 'Communities without a point within 25 km',
      distanceAgainstPeople: 'Distance against people',
    },
    saved: 'Saved queries',
    savedNone: 'None yet. A saved query stays with the project.',
    saveName: 'Name of the query',
    save: 'Save',
    saveOver: 'Replace the saved query',
    rename: (name: string) => `Rename ${name}`,
    remove: (name: string) => `Delete ${name}`,
    renameShort: 'Rename',
    removeShort: 'Delete',
    newName: 'New name',
    tables: 'Tables',
    insert: (name: string) => `Insert ${name}`,
    columnsOf: (name: string) => `Columns of ${name}`,
    rows: (count: number, written: string) => rows('en', count, written),
    schemaFailed: 'The list of tables could not be read.',
    fileTable: 'A file as it was written, all columns.',
    table: {
      source: 'Where rows come from: publisher, licence, dates, checksum.',
      organization: 'Who runs the points, and of which order of government.',
      service: 'Services that points offer.',
      service_point: 'Points of service. lon and lat are WGS 84 degrees.',
      tenure: 'Leases and ownership of points. Dates are text, YYYY-MM-DD.',
      offering: 'Which service is offered at which point, and how.',
      area: 'Areas and communities. People are counted where demand is true.',
      indicator: 'Shares of people by area, 0 to 1, one row an indicator and year.',
      journey: 'Journeys that another tool found, as imported. travel counts them in place of our own.',
      waiting: 'Leases and services of points that no file has brought yet.',
      travel: 'Journeys from areas (origin_id) to points, in minutes and kilometres.',
      travel_back:
        'Journeys the other way, out from points to areas (origin_id); made when Reach is asked with staff going out.',
      point_travel: 'Journeys between points; made when Co-location is asked.',
    },
    chart: 'Chart',
    chartKind: 'Kind of chart',
    chartKinds: { bar: 'Bars', line: 'Line', scatter: 'Dots' },
    chartX: 'Along',
    chartY: 'Height',
    chartNone: 'A chart needs a column of numbers and another column.',
    chartDrawn: (drawn: string, of: string) =>
      `${drawn} of ${of} rows are drawn; the others are in the table.`,
    chartSummary: (kind: string, y: string, x: string, count: string, low: string, high: string) =>
      `${kind}: ${y} by ${x}, ${count} rows, from ${low} to ${high}. The table has every value.`,
    mapLayer: 'Rows of the answer',
  },
  fr: {
    question: 'Que disent les tables? Interrogez-les en SQL.',
    caption: 'La réponse à une question en SQL',
    editor: 'Question en SQL',
    editorHelp:
      'Ctrl ou ⌘ avec Entrée l’exécute. Tab quitte l’éditeur. Des questions seulement : rien ici ne peut changer le projet.',
    run: 'Exécuter',
    running: 'Exécution…',
    cancelled: 'Arrêté.',
    answered: (count: number, written: string, milliseconds: string) =>
      `${rows('fr', count, written)} en ${milliseconds} ms`,
    capped: (cap: string) =>
      `Seules les ${cap} premières lignes sont montrées : il y en a d’autres. Resserrez la question, ou comptez dans la question.`,
    outdated:
      'Les tables du projet ont changé depuis cette réponse. Exécutez-la de nouveau pour les voir telles qu’elles sont.',
    inTable: 'La réponse est dans le tableau sous la carte.',
    tableEmpty: 'La réponse sera ici. Exécutez une question, ou commencez par un exemple.',
    stands: 'La dernière réponse tient toujours dans le tableau, le graphique et la carte.',
    mapped: (placed: string, of: string, by: string) =>
      `${placed} lignes sur ${of} sont sur la carte, placées selon ${by}.`,
    notMapped:
      'Aucune ligne ne peut être placée : la carte montre le projet. Pour une carte, répondez avec lon et lat, le code d’un secteur ou l’identifiant d’un point.',
    refused: 'Non exécuté',
    failed: 'Le moteur n’a pas pu l’exécuter',
    place: (line: string, column: string) => `ligne ${line}, colonne ${column}`,
    goToPlace: 'Aller à l’endroit',
    refusal: {
      empty: 'Il n’y a pas de question à exécuter.',
      several: 'Une question à la fois : quelque chose suit le point-virgule.',
      statement: (word: string, words: string) =>
        `« ${word} » ne pose pas de question : il fait quelque chose. Une question commence par ${words}.`,
      function: (name: string) =>
        `La fonction « ${name} » lit ou fait quelque chose en dehors des tables du projet; elle n’est pas exécutée ici.`,
      outside:
        'Seules les tables du projet peuvent être interrogées, pas des fichiers ni des adresses. Déposez d’abord le fichier dans Données.',
      parenthesis: 'Cette parenthèse ne ferme rien.',
      unfinished: 'La question se termine trop tôt.',
      pivot: 'Ici, les valeurs de PIVOT doivent être écrites : PIVOT … ON colonne IN (…).',
    },
    examples: 'Exemples',
    example: {
      peopleByProvince: 'Personnes par province',
      pointsByOrganization: 'Points par organisation',
      leasesEnding: 'Baux qui prennent fin d’ici deux ans',
      notReached: 'Localités sans point à moins de 25 km',
      distanceAgainstPeople: 'Distance selon la population',
    },
    saved: 'Requêtes enregistrées',
    savedNone: 'Aucune pour l’instant. Une requête enregistrée reste avec le projet.',
    saveName: 'Nom de la requête',
    save: 'Enregistrer',
    saveOver: 'Remplacer la requête enregistrée',
    rename: (name: string) => `Renommer ${name}`,
    remove: (name: string) => `Supprimer ${name}`,
    renameShort: 'Renommer',
    removeShort: 'Supprimer',
    newName: 'Nouveau nom',
    tables: 'Tables',
    insert: (name: string) => `Insérer ${name}`,
    columnsOf: (name: string) => `Colonnes de ${name}`,
    rows: (count: number, written: string) => rows('fr', count, written),
    schemaFailed: 'La liste des tables n’a pas pu être lue.',
    fileTable: 'Un fichier tel qu’il a été écrit, toutes ses colonnes.',
    table: {
      source: 'D’où viennent les lignes : éditeur, licence, dates, somme de contrôle.',
      organization: 'Qui exploite les points, et de quel ordre de gouvernement.',
      service: 'Les services que les points offrent.',
      service_point: 'Les points de service. lon et lat sont en degrés WGS 84.',
      tenure: 'Baux et propriété des points. Les dates sont du texte, AAAA-MM-JJ.',
      offering: 'Quel service est offert à quel point, et comment.',
      area: 'Secteurs et localités. Les personnes sont comptées là où demand est vrai.',
      indicator: 'Parts de la population par secteur, de 0 à 1, une ligne par indicateur et année.',
      journey:
        'Trajets trouvés par un autre outil, tels qu’importés. travel les compte à la place des nôtres.',
      waiting: 'Baux et services de points qu’aucun fichier n’a encore apportés.',
      travel: 'Trajets des secteurs (origin_id) aux points, en minutes et en kilomètres.',
      travel_back:
        'Trajets dans l’autre sens, des points aux secteurs (origin_id); calculés quand la Portée est demandée avec déplacement du personnel.',
      point_travel: 'Trajets entre points; calculés quand on demande Colocalisation.',
    },
    chart: 'Graphique',
    chartKind: 'Genre de graphique',
    chartKinds: { bar: 'Barres', line: 'Ligne', scatter: 'Points' },
    chartX: 'Selon',
    chartY: 'Hauteur',
    chartNone: 'Un graphique demande une colonne de nombres et une autre colonne.',
    chartDrawn: (drawn: string, of: string) =>
      `${drawn} lignes sur ${of} sont dessinées; les autres sont dans le tableau.`,
    chartSummary: (kind: string, y: string, x: string, count: string, low: string, high: string) =>
      `${kind} : ${y} selon ${x}, ${count} lignes, de ${low} à ${high}. Le tableau donne chaque valeur.`,
    mapLayer: 'Lignes de la réponse',
  },
});
