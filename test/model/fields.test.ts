import { expect, test } from 'vitest';
import { fields } from '../../src/import/columns/fields.ts';
import { fieldMessages } from '../../src/model/messages/fields.ts';

test.each(['en', 'fr'] as const)(
  'every meaning of a column has its words in %s, and no word is left over',
  (language) => {
    expect(Object.keys(fieldMessages[language]).sort()).toEqual([...fields].sort());
  },
);
