import { expect, test } from 'vitest';
import { newProject } from '../../../src/import/join/new-project.ts';
import { createFormat } from '../../../src/model/format.ts';
import { messagesIn } from '../../../src/model/messages/index.ts';
import type { Journey, PointDistance } from '../../../src/model/results.ts';
import { distanceColumns } from '../../../src/panels/distances/distances-text.ts';
import { catalogueOf } from '../../../src/state/catalogue.ts';

const project = newProject({ en: 'Mine', fr: 'Le mien' }, '2026-11-29T00:00:00Z');
const columns = distanceColumns({
  ...{ project, catalogue: catalogueOf(project), language: 'en' },
  ...{ messages: messagesIn('en'), format: createFormat('en') },
});

/** The cells of distance and of journey, there and back, with their marks. */
const cells = (journey: Journey) => {
  const row: PointDistance = { id: 'a~b', fromId: 'a', place: 1, journey, back: journey };
  return columns
    .filter(({ key }) => /kilometres|state/.test(key))
    .map(({ text, mark }) => [text(row), mark?.(row) ?? null]);
};
const journey = { pointId: 'b', minutes: null, kilometres: 7.2, method: 'straight line' } as const;

test('without a road there are no kilometres, nor an estimate of them', () => {
  expect(cells({ ...journey, state: 'no road' })).toEqual([
    ['', null],
    ['No road', null],
    ['', null],
  ]);
});

test('an estimate is marked as one, and so are the straight kilometres of a community that is flown to', () => {
  const marked = ['7.2 km', 'estimated'];
  expect(cells({ ...journey, minutes: 7.2, state: 'reached' })).toEqual([marked, ['estimate', null], marked]);
  expect(cells({ ...journey, state: 'fly-in' })).toEqual([marked, ['By air only', null], marked]);
});
