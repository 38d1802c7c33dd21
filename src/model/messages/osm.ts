import { bilingual } from '../text.ts';

const inBrackets = (detail: string) => (detail === '' ? '' : ` (${detail})`);

/** Why a file of OpenStreetMap data cannot be read. The detail is technical and the same in both languages. */
export const osmMessages = bilingual({
  en: {
    refused: {
      empty: () => 'The file is empty. Download it again.',
      'web-page': () =>
        'The file is a web page, not OpenStreetMap data. The address probably showed a page to read first: download the .osm.pbf itself.',
      foreign: () =>
        'The file is not OpenStreetMap data. Extracts that can be read are .osm.pbf, .osm and .osm.gz.',
      'other-format': (format: string) =>
        `The file is ${format}, which is not read here. Convert it to .osm.pbf, or download the extract in that form.`,
      compression: (name: string) =>
        `The file is compressed with ${name}, which is not read here. Save it with zlib compression, the usual one, or unpack it first.`,
      feature: (name: string) =>
        `The file needs a reader that knows “${name}”, and this one does not. Download an ordinary extract, without history.`,
      truncated: (where: string) =>
        `The file ends too early${inBrackets(where)}: the download was probably cut off. Download it again.`,
      damaged: (where: string) =>
        `The file is damaged and cannot be trusted${inBrackets(where)}. Download it again.`,
    },
  },
  fr: {
    refused: {
      empty: () => 'Le fichier est vide. Téléchargez-le de nouveau.',
      'web-page': () =>
        'Le fichier est une page Web, et non des données OpenStreetMap. L’adresse menait sans doute à une page à lire d’abord\u00a0: téléchargez le fichier .osm.pbf lui-même.',
      foreign: () =>
        'Le fichier ne contient pas de données OpenStreetMap. Les extraits lus sont\u00a0: .osm.pbf, .osm et .osm.gz.',
      'other-format': (format: string) =>
        `Le fichier est au format ${format}, qui n’est pas lu ici. Convertissez-le en .osm.pbf, ou téléchargez l’extrait sous cette forme.`,
      compression: (name: string) =>
        `Le fichier est compressé avec ${name}, ce qui n’est pas lu ici. Enregistrez-le avec la compression zlib, la plus courante, ou décompressez-le d’abord.`,
      feature: (name: string) =>
        `Le fichier demande un lecteur qui connaît «\u00a0${name}\u00a0», ce qui n’est pas le cas de celui-ci. Téléchargez un extrait ordinaire, sans historique.`,
      truncated: (where: string) =>
        `Le fichier se termine trop tôt${inBrackets(where)}\u00a0: le téléchargement a sans doute été interrompu. Téléchargez-le de nouveau.`,
      damaged: (where: string) =>
        `Le fichier est endommagé et n’est pas fiable${inBrackets(where)}. Téléchargez-le de nouveau.`,
    },
  },
});
