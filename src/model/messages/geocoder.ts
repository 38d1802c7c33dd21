import { plural } from '../format.ts';
import { bilingual } from '../text.ts';

/** Having addresses looked up by a geocoder of a person's own. */
export const geocoderMessages = bilingual({
  en: {
    title: (count: number, rows: string) =>
      plural('en', count, { one: 'Look up 1 address', other: `Look up ${rows} addresses` }),
    about:
      'These rows have an address but no coordinates, or only those of a postal code or a town. A geocoder that you run, or may use, can place them. None is set unless you give its address here; it stays in this browser.',
    service: 'Address of the geocoder',
    shape: 'It answers like',
    shapes: { pelias: 'Pelias', nominatim: 'Nominatim' },
    pause: 'Seconds between two questions',
    sends: (host: string, example: string) =>
      `The button sends these addresses, one after another, to ${host}, and nothing else. The first is “${example}”.`,
    start: 'Look them up',
    asking: (done: string, total: string) => `Looking up ${done} of ${total}`,
    found: (found: string, unknown: string) =>
      `Placed: ${found}. Not known to the geocoder: ${unknown}. Taking the last correction back undoes it.`,
    stopped: {
      cancelled: 'Stopped. What was found until then is kept.',
      refused: 'The geocoder did not answer: it is not running, or it refuses pages of other sites (CORS).',
      'not understood': 'The geocoder’s answer is not of that shape.',
    },
    status: (status: string) => `The geocoder answered ${status}.`,
  },
  fr: {
    title: (count: number, rows: string) =>
      plural('fr', count, { one: 'Chercher une adresse', other: `Chercher ${rows} adresses` }),
    about:
      'Ces lignes ont une adresse, mais aucune coordonnée, ou seulement celle d’un code postal ou d’une ville. Un géocodeur que vous exploitez, ou que vous pouvez utiliser, peut les placer. Aucun n’est réglé tant que vous n’en donnez pas l’adresse ici; elle reste dans ce navigateur.',
    service: 'Adresse du géocodeur',
    shape: 'Il répond comme',
    shapes: { pelias: 'Pelias', nominatim: 'Nominatim' },
    pause: 'Secondes entre deux questions',
    sends: (host: string, example: string) =>
      `Le bouton envoie ces adresses, l’une après l’autre, à ${host}, et rien d’autre. La première est « ${example} ».`,
    start: 'Les chercher',
    asking: (done: string, total: string) => `Recherche ${done} sur ${total}`,
    found: (found: string, unknown: string) =>
      `${found} lignes placées, ${unknown} inconnues du géocodeur. « Annuler la dernière correction » revient en arrière.`,
    stopped: {
      cancelled: 'Arrêté. Ce qui a été trouvé jusque-là est gardé.',
      refused:
        'Le géocodeur n’a pas répondu : il n’est pas en marche, ou il refuse les pages d’autres sites (CORS).',
      'not understood': 'La réponse du géocodeur n’a pas cette forme.',
    },
    status: (status: string) => `Le géocodeur a répondu ${status}.`,
  },
});
