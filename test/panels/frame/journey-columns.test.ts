import { expect, test } from 'vitest';
import { createFormat } from '../../../src/model/format.ts';
import { messagesIn } from '../../../src/model/messages/index.ts';
import type { Journey } from '../../../src/model/results.ts';
import { journeyColumns } from '../../../src/panels/frame/journey-columns.ts';
import { catalogueOf } from '../../../src/state/catalogue.ts';
import { ownProject } from '../../state/small-projects.ts';

const project = ownProject();
const wording = {
  project,
  catalogue: catalogueOf(project),
  messages: messagesIn('en'),
  format: createFormat('en'),
  language: 'en' as const,
};
const cells = (journey: Journey | null) =>
  journeyColumns<Journey | null>((row) => row, wording).map((column) =>
    [column.text(journey), column.mark?.(journey) ?? ''].join(' ').trim(),
  );

test('a journey is its distance, its time and its kind; an estimate is marked', () => {
  const drive: Journey = { pointId: 'p', minutes: 12, kilometres: 9.5, method: 'road', state: 'reached' };
  expect(cells(drive)).toEqual(['9.5 km', '12 mins', 'By road']);
  expect(cells({ ...drive, method: 'straight line' })).toEqual(['9.5 km estimated', '12 mins', 'estimate']);
  expect(cells(null)).toEqual(['', '', '']);
});

test('no road is a state, never a number; how far it is to fly is told', () => {
  const none: Journey = {
    pointId: 'p',
    minutes: null,
    kilometres: 400,
    method: 'straight line',
    state: 'no road',
  };
  expect(cells(none)).toEqual(['', '', 'No road']);
  expect(cells({ ...none, state: 'fly-in' })).toEqual(['400 km estimated', '', 'By air only']);
});
