import { gazetteerPath, type Gazetteer } from '../import/places/gazetteer.ts';

let opened: Promise<Gazetteer> | null = null;

/** The gazetteer served with the app, asked for once; a failed try does not stand in the way of the next. */
export function openGazetteer(): Promise<Gazetteer> {
  opened ??= get().catch((error: unknown) => {
    opened = null;
    throw error;
  });
  return opened;
}

async function get(): Promise<Gazetteer> {
  const response = await fetch(new URL(gazetteerPath, document.baseURI));
  if (!response.ok) throw new Error(`${gazetteerPath}: ${response.status} ${response.statusText}`);
  return (await response.json()) as Gazetteer;
}
