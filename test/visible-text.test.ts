import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'svelte/compiler';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../src');
const components = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) =>
  path.endsWith('.svelte'),
);

/** Attributes that a person reads or hears. */
const spoken = new Set([
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'title',
  'placeholder',
  'alt',
  'label',
]);
const hasWords = (text: string) => /\p{L}{2,}/u.test(text);

interface Node {
  type: string;
  name?: string;
  data?: string;
  value?: unknown;
  [key: string]: unknown;
}

/** Words written into a template instead of a dictionary. */
function hardCoded(node: unknown, inAttribute = ''): string[] {
  if (Array.isArray(node)) return node.flatMap((child) => hardCoded(child, inAttribute));
  if (!node || typeof node !== 'object') return [];
  const { type, name, data } = node as Node;
  if (type === 'Text') {
    const read = inAttribute === '' || spoken.has(inAttribute);
    return read && data && hasWords(data) ? [data.trim()] : [];
  }
  const attribute =
    type === 'Attribute' || type === 'StyleDirective'
      ? `${type === 'Attribute' ? '' : 'style:'}${name}`
      : inAttribute;
  return Object.values(node).flatMap((child) =>
    child && typeof child === 'object' ? hardCoded(child, attribute) : [],
  );
}

test('there are components to look at', () => expect(components.length).toBeGreaterThan(5));

test.each(components)('%s takes its words from the dictionaries', (path) => {
  const { fragment } = parse(readFileSync(`${root}/${path}`, 'utf8'), { modern: true });
  expect(hardCoded(fragment.nodes)).toEqual([]);
});
