import { Autosave } from '../../src/state/autosave.svelte.ts';
import { Originals } from '../../src/state/originals.ts';
import { ownProject, source } from '../state/small-projects.ts';
import { area, point } from '../analysis/projects.ts';

/**
 * What a page needs to save projects and nothing else, so that it can be killed twenty times in a minute. A state is known by its
 * number: the project's name, each row of two tables and one source say it.
 */
const stateOf = (number: number) =>
  ownProject({
    name: { en: `${number}`, fr: `${number}` },
    tables: {
      ...ownProject().tables,
      area: Array.from({ length: 4000 }, (_, row) =>
        area(`${row}`, { population: number, name_en: `Été ${number}` }),
      ),
      service_point: Array.from({ length: 2000 + number }, (_, row) => point(`${row}`, { staff: number })),
      source: [source(`${number}`)],
    },
  });

const autosave = new Autosave(new Originals());

/** Saves one state after another, from the one after `last`; `onsaved` hears of each that is saved, `onbegun` of each begun. */
async function saveOn(last: number, onbegun: (number: number) => void, onsaved: (number: number) => void) {
  await autosave.open('own-1');
  for (let number = last + 1; ; number += 1) {
    onbegun(number);
    autosave.track(stateOf(number));
    await autosave.flush();
    if (autosave.state.kind !== 'saved') throw new Error(`state ${number}: ${autosave.state.kind}`);
    onsaved(number);
  }
}

/** The number of the state in storage; throws when parts of several are there. */
async function readState(): Promise<{ number: number; earlier: boolean }> {
  const stored = await autosave.open('own-1');
  if (!stored) return { number: 0, earlier: false };
  const number = Number(stored.project.name.en);
  const { area: areas, service_point: points, source: sources } = stored.project.tables;
  const whole =
    areas.length === 4000 &&
    areas.every(({ population }) => population === number) &&
    points.length === 2000 + number &&
    points.every(({ staff }) => staff === number) &&
    sources[0]?.id === `${number}`;
  if (!whole) throw new Error(`parts of state ${number} are missing`);
  return { number, earlier: stored.earlier };
}

Object.assign(globalThis, { saveOn, readState });
