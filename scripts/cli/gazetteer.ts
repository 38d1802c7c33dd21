import { join } from 'node:path';
import { gazetteerPath, type Gazetteer } from '../../src/import/places/gazetteer.ts';
import type { Language } from '../../src/model/text.ts';
import { readBytes } from './read-files.ts';

const served = join(import.meta.dirname, '../../public');

/** The gazetteer that is served with the app. @throws UserError as `readBytes` does. */
export async function readGazetteer(language: Language): Promise<Gazetteer> {
  const bytes = await readBytes(join(served, gazetteerPath), language);
  return JSON.parse(new TextDecoder().decode(bytes)) as Gazetteer;
}
