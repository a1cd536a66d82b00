import fc from 'fast-check';
import { mergeTexts } from './merge-texts';

it.each([
  [
    'both write where nothing was',
    '',
    'Ask for Jo.',
    'Park behind.',
    'Park behind.\n\nAsk for Jo.',
  ],
  ['each changes another line', 'A\nB\nC', 'A\nB\nMine', 'Theirs\nB\nC', 'Theirs\nB\nMine'],
  ['each adds at another end', 'A\nB', 'A\nB\nmine', 'theirs\nA\nB', 'theirs\nA\nB\nmine'],
  ['both add at the end', 'A', 'A\nmine', 'A\ntheirs', 'A\ntheirs\n\nmine'],
  ['both change the same line', 'A\nB', 'A\nmine', 'A\ntheirs', 'A\ntheirs\n\nmine'],
  ['both write the same', 'A', 'A\nB', 'A\nB', 'A\nB'],
  ['one takes a line out, the other adds one', 'A\nB\nC', 'B\nC', 'A\nB\nC\nD', 'B\nC\nD'],
  ['one takes out what the other changes', 'A\nB', 'A', 'A\ntheirs', 'A\ntheirs'],
  ['one writes with the line ends of Windows', 'A\nB', 'A\r\nB\r\nmine', 'A\nB', 'A\nB\nmine'],
  ['one empties the text', 'A\nB', '', 'A\nB', ''],
])('%s', (_case, base, mine, theirs, merged) => {
  expect(mergeTexts({ base, mine, theirs })).toBe(merged);
});

it('still keeps both when the texts are too long to compare line by line', () => {
  const long = (word: string) => Array.from({ length: 1_500 }, (_, i) => `${word} ${i}`).join('\n');
  const merged = mergeTexts({ base: long('base'), mine: long('mine'), theirs: long('theirs') });
  expect(merged).toBe(`${long('theirs')}\n\n${long('mine')}`);
});

const text = fc
  .array(fc.constantFrom('a', 'b', 'c', 'd', '', 'e f'), { maxLength: 8 })
  .map((lines) => lines.join('\n'));

it('takes one side when the other changed nothing', () => {
  fc.assert(
    fc.property(text, text, (base, changed) => {
      expect(mergeTexts({ base, mine: changed, theirs: base })).toBe(changed);
      expect(mergeTexts({ base, mine: base, theirs: changed })).toBe(changed);
      expect(mergeTexts({ base, mine: changed, theirs: changed })).toBe(changed);
    }),
  );
});

it('never loses a line that somebody wrote', () => {
  fc.assert(
    fc.property(text, text, text, (base, mine, theirs) => {
      const merged = mergeTexts({ base, mine, theirs }).split('\n');
      const before = base.split('\n');
      const written = [...mine.split('\n'), ...theirs.split('\n')];
      const added = written.filter((line) => line !== '' && !before.includes(line));
      expect(added.filter((line) => !merged.includes(line))).toEqual([]);
    }),
  );
});
