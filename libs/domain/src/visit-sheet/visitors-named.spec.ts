import { accountOfInitials, peopleNamed, saidOfVisitors } from './visitors-named';

it.each([
  ['CL & NR', ['CL', 'NR']],
  ['CL/NR', ['CL', 'NR']],
  ['CL, NR', ['CL', 'NR']],
  ['CL and NR', ['CL', 'NR']],
  ['CL + NR; AB', ['CL', 'NR', 'AB']],
  ['C.L., N.R. and A.B.', ['C.L.', 'N.R.', 'A.B.']],
  ['CL w/ NR', ['CL', 'NR']],
  ['Clare Lowe, Nia Rees', ['Clare Lowe', 'Nia Rees']],
  ['Clare Lowe with Nia', ['Clare Lowe', 'Nia']],
  ['NR, Clare Lowe and Another', ['NR', 'Clare Lowe', 'Another']],
  ['Clare Lowe, NR', ['Clare Lowe', 'NR']],
  ['C. Lowe, NR & Nia', ['C. Lowe', 'NR', 'Nia']],
  ['Clare, Nia and Jo', ['Clare', 'Nia', 'Jo']],
  ['Clare, Nia, Jo', ['Clare', 'Nia', 'Jo']],
  ['CL, Nia and Jo', ['CL', 'Nia', 'Jo']],
  ['Lowe, Clare', ['Lowe, Clare']],
  ['Lowe, C.', ['Lowe, C.']],
  ['Lowe, Clare & Rees, Nia', ['Lowe, Clare', 'Rees, Nia']],
  ['Lowe, Clare; NR', ['Lowe, Clare', 'NR']],
  ['Lowe, Clare & NR', ['Lowe, Clare', 'NR']],
  ['Clare Lowe', ['Clare Lowe']],
  ['CL', ['CL']],
  ['CL &', ['CL &']],
  ['Alexandra Withers', ['Alexandra Withers']],
])('reads the people in "%s"', (cell, people) => {
  expect(peopleNamed(cell)).toEqual(people);
});

it('keeps all visitors in the notes, once', () => {
  const said = { visitorName: 'CL & NR', summary: 'choir' };
  const kept = saidOfVisitors(said, true);
  expect(kept.summary).toBe('choir\n\nVisitors as written: CL & NR.');
  expect(saidOfVisitors(kept, true)).toEqual(kept);
  expect(saidOfVisitors(kept, false)).toEqual(said);
  expect(saidOfVisitors({ visitorName: 'CL & NR' }, true)).toEqual({
    ...{ visitorName: 'CL & NR', summary: 'Visitors as written: CL & NR.' },
  });
});

const ACCOUNTS = ['Clare Lowe', 'Nia Rees', 'Noor Raman', 'Anne-Marie Day', 'Bo Ann Okafor'].map(
  (name) => ({ name }),
);
it.each([
  ['CL', 'Clare Lowe'],
  ['c.l.', 'Clare Lowe'],
  ['AD', 'Anne-Marie Day'],
  ['AMD', 'Anne-Marie Day'],
  ['BAO', 'Bo Ann Okafor'],
  ['BO', 'Bo Ann Okafor'],
  ['NR', null],
  ['XY', null],
  ['C. Lowe', 'Clare Lowe'],
  ['N Rees', 'Nia Rees'],
  ['b.okafor', 'Bo Ann Okafor'],
  ['A. Lowe', null],
  ['N. R', null],
  ['Clare', null],
  ['Cl', null],
  ['C', null],
])('suggests for "%s" the one account meant by its letters: %s', (written, name) => {
  expect(accountOfInitials(written, ACCOUNTS)?.name ?? null).toBe(name);
});
