import { sectionStage, seenDifferently, stageChange, stageChangesInWords } from './stages';

describe('the stage of a section', () => {
  it.each([
    [[1, 2, 2, 3, 4], 2],
    [[1, 2, 3, 4], 2],
    [[4, 3, 2, 1], 2],
    [[2, 3, 3, 4], 3],
    [[1, 2, 3, null, null, null, null], null],
    [[2, 3, 3, 4, null, null, null, null], 3],
    [[4], 4],
    [[], null],
  ])('of %j is %s', (answers, stage) => {
    expect(sectionStage(answers)).toBe(stage);
  });
});

describe('a question from year to year', () => {
  const scale = ['none', 'some', 'most', 'all'];
  const at = (stage: number | null) => ({ scale, stage });
  it.each([
    ['up', at(1), at(3), 'up'],
    ['down', at(3), at(2), 'down'],
    ['the same', at(2), at(2), 'same'],
    ['new', null, at(2), 'new'],
    ['not asked', at(2), null, 'not_asked'],
    ['without an answer then', at(null), at(2), null],
    ['without an answer now', at(2), at(null), null],
    ['on another scale', { scale: ['no', 'yes'], stage: 1 }, at(2), null],
  ])('%s', (_, before, after, change) => {
    expect(stageChange(before, after)).toBe(change);
  });

  it('is said in words', () => {
    const changes = [
      ...Array.from({ length: 6 }, () => 'up' as const),
      'down' as const,
      ...Array.from({ length: 9 }, () => 'same' as const),
      ...(['new', 'new', null] as const),
    ];
    expect(stageChangesInWords(changes)).toBe('up on 6, down on 1, the same on 9, 2 new');
    expect(stageChangesInWords([null])).toBe('');
  });
});

it.each([
  [1, 3, true],
  [4, 2, true],
  [2, 3, false],
  [null, 4, false],
])('the school says %s, the visitor %s: seen differently %s', (school, visitor, marked) => {
  expect(seenDifferently(school, visitor)).toBe(marked);
});
