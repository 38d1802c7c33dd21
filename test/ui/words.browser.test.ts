import { createRawSnippet, flushSync } from 'svelte';
import { afterEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import Sentence from '../../src/ui/Sentence.svelte';
import WordMultiSelect from '../../src/ui/WordMultiSelect.svelte';
import WordNumber from '../../src/ui/WordNumber.svelte';
import WordSelect from '../../src/ui/WordSelect.svelte';
import { clear, one, press, show } from './stage.ts';

afterEach(clear);

const words = (text: string) => createRawSnippet(() => ({ render: () => `<b>${text}</b>` }));

test('a sentence reads as one, with its controls in the places the language gives them', () => {
  const slots = { cutoff: words('25 km'), points: words('Service Canada') };
  const english = show(Sentence, {
    template: 'Who lives within {cutoff} of {points}?',
    slots,
    label: 'question',
  });
  expect(english.textContent.replace(/\s+/g, ' ').trim()).toBe('Who lives within 25 km of Service Canada?');
  const turned = show(Sentence, { template: 'De {points}, qui est à {cutoff}?', slots, label: 'question' });
  expect(turned.textContent.replace(/\s+/g, ' ').trim()).toBe('De Service Canada, qui est à 25 km?');
});

test('a sentence with a control that nobody gave throws', () => {
  expect(() => show(Sentence, { template: 'within {cutoff}', slots: {}, label: '' })).toThrow('{cutoff}');
});

const number = (onchange: (value: number) => void) => ({
  label: 'Limit',
  value: 25,
  min: 1,
  max: 900,
  step: 5,
  unit: 'km',
  format: String,
  rangeMessage: 'A number from 1 to 900.',
  onchange,
});

test('a number is taken on Enter, in either language’s writing', async () => {
  const onchange = vi.fn();
  const input = one<HTMLInputElement>(show(WordNumber, number(onchange)), 'input');
  await userEvent.fill(input, '12,5');
  await press('{Enter}');
  expect(onchange.mock.calls).toEqual([[12.5]]);
});

test('what is no number in range is said and changes nothing; Escape brings the last one back', async () => {
  const onchange = vi.fn();
  const root = show(WordNumber, number(onchange));
  const input = one<HTMLInputElement>(root, 'input');
  await userEvent.fill(input, '901');
  await press('{Enter}');
  expect(input.getAttribute('aria-invalid')).toBe('true');
  expect(one(root, '[role=alert]').textContent).toBe('A number from 1 to 900.');
  expect(onchange).not.toHaveBeenCalled();
  await press('{Escape}');
  expect(input.value).toBe('25');
  expect(input.getAttribute('aria-invalid')).toBe('false');
});

test('arrow keys step a number', async () => {
  const onchange = vi.fn();
  one(show(WordNumber, number(onchange)), 'input').focus();
  await press('{ArrowUp}');
  await press('{ArrowDown}');
  await press('{PageUp}');
  expect(onchange.mock.calls).toEqual([[30], [20], [75]]);
});

const choices = [
  { value: 'gov:federal', label: 'Federal', group: 'Order' },
  { value: 'org:1', label: 'Services Québec', group: 'Organization' },
];

test('one choice is made by keyboard alone', async () => {
  const onchange = vi.fn();
  const root = show(WordSelect, { label: 'Whose', choices, value: 'gov:federal', onchange });
  const trigger = one(root, 'button');
  expect(trigger.getAttribute('aria-label')).toBe('Whose: Federal');
  trigger.focus();
  await press('{Enter}');
  await expect.poll(() => document.querySelectorAll('[role=option]').length).toBe(2);
  await press('{ArrowDown}{Enter}');
  await expect.poll(() => onchange.mock.calls).toEqual([['org:1']]);
});

test('any number of choices: filtered without accents, added, and emptied to "any"', async () => {
  const onchange = vi.fn();
  const values = ['gov:federal'];
  const root = show(WordMultiSelect, {
    label: 'Whose',
    choices,
    values,
    text: 'Federal',
    anyLabel: 'any organization',
    filterLabel: 'Filter',
    noMatch: 'Nothing matches.',
    onchange,
  });
  one(root, 'button').focus();
  await press('{Enter}');
  await expect.poll(() => document.querySelectorAll('input[type=checkbox]').length).toBe(3);
  await userEvent.fill(one(document.body, 'input[type=text]'), 'quebec');
  await expect.poll(() => document.querySelectorAll('input[type=checkbox]').length).toBe(2);
  await press('{ArrowDown}{ArrowDown}[Space]');
  expect(onchange.mock.lastCall).toEqual([['gov:federal', 'org:1']]);
  await press('{ArrowUp}[Space]');
  expect(onchange.mock.lastCall).toEqual([[]]);
  flushSync();
});
