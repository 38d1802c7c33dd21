import { bilingual, type Language } from '../../src/model/text.ts';
import type { CommandName } from './arguments.ts';

const texts = bilingual<Record<CommandName | 'guichet', string>>({
  en: {
    guichet: `guichet: check and convert files, measure coverage and rank opportunities from the command line

usage: npm run -s guichet -- COMMAND [OPTIONS]

  check FILE...      what a file is: format, encoding, rows read, kept and listed, columns, findings
  convert FILE...    a file, or a table of the project it makes, as CSV, XLSX, GeoJSON, GeoPackage or Parquet
  coverage           people and communities within reach of points of service
  rank               co-location or outreach opportunities of a project, best first
  network            a road graph of OpenStreetMap or of a national road file; routes, matrices, isochrones on it

  --json             the result as JSON, for other programs
  --lang en|fr       language of texts (else that of LC_ALL, LC_MESSAGES or LANG)
  --help             this text, or that of a command: guichet coverage --help

The result goes to standard output and nothing else does. Exit code 0 when done, 2 for a mistake in what was
asked (an option, a missing file), 1 for a defect of the program.
`,
    check: `usage: guichet check FILE... [--json] [--lang en|fr]

Reads CSV, TSV, XLSX, GeoJSON, Shapefile, GeoPackage and Parquet files, and zips of them, whatever their names, and
tells what was understood. Files given together are joined: counts with boundaries, by code. Rows read = rows kept +
rows listed; each listed row has a reason. A file that cannot be read is a finding of the report, not an error.

JSON: {"files": [{"file", "kind", "format", "encoding", "rows": {"read", "kept", "listed"},
       "columns": [{"name", "field", "evidence": {"by", "fit"}, "confidence"}],
       "issues": [{"code", "severity", "row", "column", "found", "expected"}]}]}

kind is points, leases, counts, areas, boundaries, indicators, services, offerings, travel, events or unknown. An
issue of severity error is the reason why its row, or with row null the whole file, is listed; warnings and notes are
about rows that are kept.
`,
    convert: `usage: guichet convert FILE... --to csv|xlsx|geojson|gpkg|parquet -o OUT [--table NAME] [--notes]
                       [--json] [--lang en|fr]

  --to FORMAT        the format to write
  -o, --output OUT   the file to write; one that is there is replaced
  --table NAME       a table of the project that the files make: organization, service, service_point, tenure,
                     offering, area, indicator or source; without it, the cells of one file as they are
  --notes            CSV begins with the sources as lines after #; the other formats always carry them

Reads what check reads. Codes keep their leading zeros, what is unknown stays empty, and text that a spreadsheet would
run as a formula is kept as text. GeoJSON and GeoPackage get a point for each row with a longitude and latitude;
lines and polygons become a point of theirs. XLSX has the sources on a second sheet, GeoJSON in the member "notes",
GeoPackage in the table "about", Parquet in its metadata.

JSON: {"output", "format", "table", "rows": {"written", "withoutPlace", "shapesAsPoints"}, "columns": [name],
       "files": [{"file", "rows": {"read", "kept", "listed"}}]}

withoutPlace is null for a table without columns of a place.
`,
    coverage: `usage: guichet coverage --points FILE --areas FILE (--cutoff-km N | --cutoff-min N)
                        [--graph FILE] [--detour N] [--json] [--lang en|fr]

  --points FILE      points of service (CSV or GeoJSON); may be repeated
  --areas FILE       areas with people: a table with longitude, latitude and population, or counts and boundaries
                     as two files with --areas before each, joined by code
  --cutoff-km N      the limit in kilometres; at exactly the limit is within reach
  --cutoff-min N     the limit in minutes
  --graph FILE       road graph to travel on; without it distances are straight lines
  --detour N         straight lines are multiplied by this (1 or more; 1 when not given for kilometres)

JSON: {"people": {"total", "covered", "gap", "overlap"}, "communities": {"total", "covered"},
       "caveats": [{"kind", ...}]}

covered + gap = total; overlap, reached by two points or more, is part of covered. Without a graph, minutes are
estimated from the straight line with a usual detour and speed; a caveat says so.
`,
    rank: `usage: guichet rank colocation|outreach --project FILE [--of WHO] [--with WHO] [--service ID]
                    [--cutoff-km N | --cutoff-min N] [--json] [--lang en|fr]

  --project FILE     a Guichet project (JSON); the path of its road graph is relative to it
  --of WHO           whose points: gov:federal, gov:provincial, ... or org:ID; may be repeated
                     (the federal ones when not given, or any where there are none)
  --with WHO         whose points may share or host; may be repeated (any when not given)
  --service ID       only points of ours that offer this service
  --cutoff-km N      the limit: how close two points must be (5 km when not given), or beyond which communities are
  --cutoff-min N     owed outreach (25 km when not given)

JSON: {"question", "opportunities": [{..., "score": {"value", "low", "high", "known", "parts"}, "rank"}], "caveats"}

Opportunities are listed from the best; those of which too little is known have rank null and come last.
`,
    network: `usage: guichet network build FILE... -o GRAPH [--profile FILE] [--mapping FILE]
       guichet network route --graph GRAPH --from LAT,LON --to LAT,LON [--objective time|distance]
       guichet network matrix --graph GRAPH --from FILE --to FILE [--k N] [--cutoff-min N] -o OUT.csv|OUT.parquet
       guichet network isochrone --graph GRAPH --at LAT,LON --minutes N,N... [--direction from|to] -o OUT.geojson

build reads an OpenStreetMap extract (.osm.pbf, .osm, .osm.gz), or the line files of a national road network (National
Road Network and Statistics Canada's Road Network File are known by their columns; --mapping says what others mean).
--profile is a JSON file with the parts of src/network/profiles/car.json. Ways left out are counted by reason.

JSON of build: {"output", "about": {"title", "origin", "licence", "date", "profile", "linesRead", "leftOut",
       "unknown", "bansDropped", "warnings", "statistics"}}
JSON of route: {"metres", "seconds", "state", "snap": {"from": {"metres", "onRoad"}, "to": {...}}, "line": [[lon, lat]]}

state is reached, ferry, winter road or no road (metres, seconds and line are then null). metres and seconds are those
along the roads; snap has the straight line between each place and its road. A place is led to roads within 15 km.

matrix takes any files that check takes: points, or areas with people. Each row of OUT is a journey from a place of the
first to one of the second: from_id, to_id, minutes, kilometres, state, method. --k keeps the nearest so many of each
place, --cutoff-min journeys of so many minutes or less. Ways to and from the road are counted at 60 km/h.

JSON of matrix: {"output", "journeys", "noRoad", "from": {"places", "withoutPlace", "listed", "offRoad"}, "to": {...}}

Where no road leads, minutes and kilometres are empty, and --k and --cutoff-min leave the row out; noRoad counts them.
withoutPlace and listed are rows of the file without a journey: check says why a row is listed.

isochrone draws the land within minutes of a place (to: of those who travel to it; from: of what it reaches).

JSON of isochrone: {"output", "snap": {"metres", "onRoad"}, "areas": [{"minutes", "squareKilometres"}]}
`,
  },
  fr: {
    guichet: `guichet : vérifier et convertir des fichiers, mesurer la couverture et classer des occasions en ligne de commande

usage : npm run -s guichet -- COMMANDE [OPTIONS]

  check FICHIER...   ce qu’est un fichier : format, encodage, lignes lues, gardées et signalées, colonnes, constats
  convert FICHIER... un fichier, ou une table du projet qu’il compose, en CSV, XLSX, GeoJSON, GeoPackage ou Parquet
  coverage           personnes et localités à portée des points de service
  rank               occasions de colocalisation ou de services mobiles d’un projet, la meilleure d’abord
  network            un graphe routier d’OpenStreetMap ou d’un fichier routier national; itinéraires, matrices, isochrones

  --json             le résultat en JSON, pour d’autres programmes
  --lang en|fr       langue des textes (sinon celle de LC_ALL, LC_MESSAGES ou LANG)
  --help             ce texte, ou celui d’une commande : guichet coverage --help

Le résultat va à la sortie standard, et rien d’autre. Code de sortie 0 si tout va bien, 2 pour une erreur dans la
demande (une option, un fichier absent), 1 pour un défaut du programme.
`,
    check: `usage : guichet check FICHIER... [--json] [--lang en|fr]

Lit des fichiers CSV, TSV, XLSX, GeoJSON, Shapefile, GeoPackage et Parquet, et les zips, quel que soit leur nom, et dit
ce qui a été compris. Les fichiers donnés ensemble sont joints : les comptes avec les limites, par code. Lignes lues =
lignes gardées + lignes signalées; chaque ligne signalée a sa raison. Un fichier illisible est un constat du rapport,
et non une erreur.

JSON : {"files": [{"file", "kind", "format", "encoding", "rows": {"read", "kept", "listed"},
        "columns": [{"name", "field", "evidence": {"by", "fit"}, "confidence"}],
        "issues": [{"code", "severity", "row", "column", "found", "expected"}]}]}

kind est points, leases, counts, areas, boundaries, indicators, services, offerings, travel, events ou unknown.
Un constat de gravité error est la raison pour laquelle sa ligne ou, si row est null, tout le fichier est écarté;
warning et note concernent des lignes gardées.
`,
    convert: `usage : guichet convert FICHIER... --to csv|xlsx|geojson|gpkg|parquet -o SORTIE [--table NOM] [--notes]
                        [--json] [--lang en|fr]

  --to FORMAT        le format à écrire
  -o, --output SORTIE  le fichier à écrire; s’il existe, il est remplacé
  --table NOM        une table du projet que les fichiers composent : organization, service, service_point, tenure,
                     offering, area, indicator ou source; sans elle, les cellules d’un seul fichier, telles quelles
  --notes            le CSV commence par les sources en lignes après #; les autres formats les portent toujours

Lit ce que lit check. Les codes gardent leurs zéros initiaux, l’inconnu reste vide, et un texte qu’un tableur exécuterait
comme une formule reste un texte. GeoJSON et GeoPackage reçoivent un point pour chaque ligne qui a une longitude et une
latitude; lignes et polygones deviennent un point qui leur appartient. Les sources sont sur une deuxième feuille en XLSX,
dans le membre « notes » en GeoJSON, dans la table « about » en GeoPackage, dans les métadonnées en Parquet.

JSON : {"output", "format", "table", "rows": {"written", "withoutPlace", "shapesAsPoints"}, "columns": [nom],
        "files": [{"file", "rows": {"read", "kept", "listed"}}]}

withoutPlace est null pour une table sans colonnes d’emplacement.
`,
    coverage: `usage : guichet coverage --points FICHIER --areas FICHIER (--cutoff-km N | --cutoff-min N)
                         [--graph FICHIER] [--detour N] [--json] [--lang en|fr]

  --points FICHIER   points de service (CSV ou GeoJSON); peut être répétée
  --areas FICHIER    secteurs et leur population : une table avec longitude, latitude et population, ou comptes et
                     limites en deux fichiers précédés chacun de --areas, joints par code
  --cutoff-km N      la limite en kilomètres; à la limite exacte, on est à portée
  --cutoff-min N     la limite en minutes
  --graph FICHIER    graphe routier à suivre; sans lui, les distances sont en ligne droite
  --detour N         multiplie les lignes droites (1 ou plus; 1 par défaut pour les kilomètres)

JSON : {"people": {"total", "covered", "gap", "overlap"}, "communities": {"total", "covered"},
        "caveats": [{"kind", ...}]}

covered + gap = total; overlap, à portée de deux points ou plus, fait partie de covered. Sans graphe, les minutes sont
estimées d’après la ligne droite, avec un détour et une vitesse usuels; une mise en garde le dit.
`,
    rank: `usage : guichet rank colocation|outreach --project FICHIER [--of QUI] [--with QUI] [--service ID]
                     [--cutoff-km N | --cutoff-min N] [--json] [--lang en|fr]

  --project FICHIER  un projet Guichet (JSON); le chemin de son graphe routier est relatif à ce fichier
  --of QUI           les points de qui : gov:federal, gov:provincial, ... ou org:ID; peut être répétée
                     (par défaut ceux du fédéral, ou tous s’il n’y en a pas)
  --with QUI         qui peut partager ou accueillir; peut être répétée (tous par défaut)
  --service ID       seulement nos points qui offrent ce service
  --cutoff-km N      la limite : à quelle distance deux points doivent être (5 km par défaut), ou au-delà de laquelle
  --cutoff-min N     une localité a droit à des services mobiles (25 km par défaut)

JSON : {"question", "opportunities": [{..., "score": {"value", "low", "high", "known", "parts"}, "rank"}], "caveats"}

Les occasions sont données de la meilleure à la moins bonne; celles dont on sait trop peu ont un rang null et
viennent en dernier.
`,
    network: `usage : guichet network build FICHIER... -o GRAPHE [--profile FICHIER] [--mapping FICHIER]
        guichet network route --graph GRAPHE --from LAT,LON --to LAT,LON [--objective time|distance]
        guichet network matrix --graph GRAPHE --from FICHIER --to FICHIER [--k N] [--cutoff-min N] -o SORTIE.csv|.parquet
        guichet network isochrone --graph GRAPHE --at LAT,LON --minutes N,N... [--direction from|to] -o SORTIE.geojson

build lit un extrait d’OpenStreetMap (.osm.pbf, .osm, .osm.gz), ou les fichiers de lignes d’un réseau routier national (le
Réseau routier national et le Fichier du réseau routier de Statistique Canada sont reconnus à leurs colonnes; --mapping
dit ce que d’autres signifient). --profile est un fichier JSON ayant les parties de src/network/profiles/car.json. Les
voies laissées de côté sont comptées par raison.

JSON de build : {"output", "about": {"title", "origin", "licence", "date", "profile", "linesRead", "leftOut",
       "unknown", "bansDropped", "warnings", "statistics"}}
JSON de route : {"metres", "seconds", "state", "snap": {"from": {"metres", "onRoad"}, "to": {...}}, "line": [[lon, lat]]}

state est reached, ferry, winter road ou no road (metres, seconds et line sont alors null). metres et seconds sont ceux
du trajet sur les routes; snap donne la ligne droite entre chaque lieu et sa route. Un lieu est rattaché aux routes à 15 km.

matrix accepte les fichiers que check accepte : des points, ou des secteurs avec leur population. Chaque ligne de SORTIE
est un trajet d’un lieu du premier à un lieu du second : from_id, to_id, minutes, kilometres, state, method. --k garde
les plus proches de chaque lieu, --cutoff-min les trajets d’au plus autant de minutes. Les accès à la route comptent à 60 km/h.

JSON de matrix : {"output", "journeys", "noRoad", "from": {"places", "withoutPlace", "listed", "offRoad"}, "to": {...}}

Où aucune route ne mène, minutes et kilometres sont vides, et --k et --cutoff-min omettent la ligne; noRoad les compte.
withoutPlace et listed sont des lignes du fichier sans trajet : check dit pourquoi une ligne est écartée.

isochrone trace le territoire à tant de minutes d’un lieu (to : pour ceux qui s’y rendent; from : ce qu’il atteint).

JSON d’isochrone : {"output", "snap": {"metres", "onRoad"}, "areas": [{"minutes", "squareKilometres"}]}
`,
  },
});

/** The help of a command, or of all. */
export const helpText = (topic: CommandName | null, language: Language) =>
  texts[language][topic ?? 'guichet'].replace(/ : /g, '\u00a0: ');
