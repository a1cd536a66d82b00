import { missingInPdf, missingInPdfOf, NO_LETTER, PrintedText } from './printed-text';

it.each([
  ['Ælfrič’s “Ōrchestra”: 50% – Ωmega', 'Ælfrič’s “Ōrchestra”: 50% – Ωmega'],
  ['Brass 🎺 and 👩🏽‍🎤 choir', `Brass ${NO_LETTER} and ${NO_LETTER} choir`],
  ['🇬🇧 flag', `${NO_LETTER} flag`],
  ['音楽', NO_LETTER.repeat(2)],
  ['one\u000btwo\u2028three\r\nfour', 'one\ntwo\nthree\nfour'],
  ['bell\u0007 null\u0000', `bell${NO_LETTER} null${NO_LETTER}`],
  ['half \ud83d of one', `half ${NO_LETTER} of one`],
  ['soft\u00adhyphen and zero\u200bwidth 🎺', `softhyphen and zerowidth ${NO_LETTER}`],
  ['e\u0301cole', 'école'],
  ['a\tb 🎺', `a b ${NO_LETTER}`],
])('prints %j as %j', (text, printed) => {
  expect(new PrintedText().of(text)).toBe(printed);
});

it('counts what it could not print, and not the boxes that people wrote', () => {
  const printed = new PrintedText();
  printed.of('□ a box');
  expect(printed.replaced).toBe(0);
  printed.of('🎺🎺 and \u0007');
  printed.of('\u0001');
  expect(printed.replaced).toBe(4);
});

it.each([
  [['Plain – with “quotes”, Łódź, Ωmega and Москва.', 'A tick ✓ and\ttwo\nlines'], []],
  [
    ['Brass 🎺 and 🎺', 'and 👩🏽‍🎤'],
    ['🎺', '👩🏽‍🎤'],
  ],
  [['שלום'], ['ש', 'ל', 'ו', 'ם']],
  [['مدرسة'], ['م', 'د', 'ر', 'س', 'ة']],
  [['音楽 の'], ['音', '楽', 'の']],
  // No file has them, so they are none that the PDF alone lacks.
  [['bell\u0007'], []],
])('of %j a PDF cannot show %j', (texts, missing) => expect(missingInPdf(texts)).toEqual(missing));

it('names no more than twenty and one', () => {
  const kanji = Array.from({ length: 100 }, (_, index) => String.fromCodePoint(0x4e00 + index));
  expect(missingInPdf([kanji.join('')])).toEqual(kanji.slice(0, 21));
});

it('looks at every text of a document', () =>
  expect(
    missingInPdfOf({
      ...{ title: '一', subtitle: '二', author: '三' },
      blocks: [
        { kind: 'list', items: ['Plain', '四'] },
        { kind: 'table', caption: 'Plain', head: ['Plain'], rows: [['五']] },
      ],
    }),
  ).toEqual(['一', '二', '三', '四', '五']));
