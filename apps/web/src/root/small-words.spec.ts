import type { QuestionSummary, VisitorLoads } from '@tracker/contract';
import { browserInWords } from '../providers/browser-in-words';
import { columnLetter } from '../imports/column-letter';
import { capacityInWords } from '../planning/capacity-words';
import { aheadInWords } from '../progress/ahead-in-words';
import { chartInWords, shareInPercent } from '../school-answers/figures-in-words';
import { rowsAsText, rowsInWords } from '../conflicts/rows-as-text';

it.each([
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36 Edg/130.0.0.0',
    'Edge on Windows',
  ],
  [
    'Mozilla/5.0 (iPad; CPU OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1',
    'Safari on an iPad',
  ],
  [
    'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Mobile Safari/537.36',
    'Chrome on Android',
  ],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0', 'Firefox on Linux'],
  ['Something (Windows NT 10.0)', 'A browser on Windows'],
  ['curl/8.5.0', 'A program that does not say what it is'],
  [null, 'A program that does not say what it is'],
])('names the browser of %s', (agent, words) => {
  expect(browserInWords(agent)).toBe(words);
});

it('names columns as a spreadsheet does', () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(columnLetter)).toEqual([
    ...['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA'],
  ]);
});

it('says how far ahead or behind', () => {
  expect([8, 0, -3].map(aheadInWords)).toEqual(['8 ahead', 'on pace', '3 behind']);
});

it('never shows a share that is not nought as such', () => {
  expect([0, 0.001, 0.005, 0.43, 1].map(shareInPercent)).toEqual([
    '0%',
    'under 1%',
    '1%',
    '43%',
    '100%',
  ]);
});

it('says a chart as a sentence', () => {
  const question = {
    finding: 'Most have a choir',
    figures: {
      choices: [
        { label: 'Yes', share: 0.75 },
        { label: 'No', share: 0.25 },
      ],
      spread: null,
    },
  } as unknown as QuestionSummary;
  expect(chartInWords(question)).toBe('Bar chart. Most have a choir. Yes 75%; No 25%.');
});

it('counts what is in the form with what is on record', () => {
  const loads = {
    week: { from: '2024-12-02', to: '2024-12-08' },
    term: { name: 'Autumn term', assumed: false, from: '2024-09-02', to: '2024-12-20' },
    visitors: [{ id: 'nia', name: 'Nia Reed', weekVisits: 3, termVisits: 20 }],
  } as unknown as VisitorLoads;
  expect(capacityInWords(loads, 'nia', ['2024-12-02', '2024-12-08', '2024-12-09'])).toBe(
    'Nia Reed: 5 visits in the week of Mon 2 Dec 2024 (2 of them in this form), 23 in the Autumn term.',
  );
  expect(capacityInWords(loads, 'nia')).toBe(
    'Nia Reed: 3 visits in the week of Mon 2 Dec 2024, 20 in the Autumn term.',
  );
  expect(capacityInWords(loads, 'somebody')).toBeNull();
  expect(capacityInWords(undefined, 'nia')).toBeNull();
});

it('compares lists whatever order their parts were written in', () => {
  expect(rowsAsText([{ b: 1, a: 2 }])).toBe(rowsAsText([{ a: 2, b: 1 }]));
  const words = rowsInWords<{ a: number }>(({ a }) => `No. ${a}`);
  expect(words(rowsAsText([{ a: 1 }, { a: 2 }]))).toBe('No. 1\nNo. 2');
  expect(words('[]')).toBe('None');
});
