import {
  clashesOf,
  type Conflict,
  type ConflictField,
  takenOverInWords,
  textOfBoth,
  asItReads,
} from './conflict';

const field = (given: Partial<ConflictField>): ConflictField => ({
  ...{ name: 'notes', label: 'Notes', base: '', mine: '', theirs: '', value: '' },
  ...{ verdict: 'clash' as const },
  ...given,
});

it('reads any value aloud', () => {
  const values = [null, '', [], ['a', 'b'], true, false, 3, 'x'];
  expect(values.map(asItReads)).toEqual([
    ...['Not recorded', 'Not recorded', 'None', 'a, b', 'Yes', 'No', '3', 'x'],
  ]);
});

it('asks about what both changed, and names what was taken over', () => {
  const fields = [
    field({ name: 'a', verdict: 'clash' }),
    field({ name: 'b', label: 'Region', verdict: 'theirs', value: 'North' }),
    field({ name: 'c', label: 'Notes', verdict: 'joined', long: true, value: 'long' }),
    field({ name: 'd', verdict: 'mine' }),
  ];
  expect(clashesOf({ fields } as Conflict).map(({ name }) => name)).toEqual(['a']);
  expect(takenOverInWords(fields)).toBe(
    'Someone else saved in the meantime. Their change is kept alongside yours. Region: North. Notes.',
  );
  expect(takenOverInWords([field({ verdict: 'mine' })])).toBeNull();
});

describe('the text of both', () => {
  const both = field({ base: 'One.', mine: 'One. Mine.', theirs: 'One. Theirs.' });

  it('has what either wrote', () => {
    const text = textOfBoth(both);
    expect(text).toContain('Mine.');
    expect(text).toContain('Theirs.');
  });

  it('keeps what was written into it, and takes in what was changed since', () => {
    const draft = { mine: both.mine, theirs: both.theirs, text: 'One. Mine and theirs.' };
    expect(textOfBoth(both, draft)).toBe('One. Mine and theirs.');
    const later = textOfBoth({ ...both, theirs: 'One. Theirs.\nAnd later.' }, draft);
    expect(later).toContain('Mine and theirs.');
    expect(later).toContain('And later.');
  });
});
