import { planFactInWords, planFactText, readPlanFact } from './plan-fact';

it.each([
  ['hour:ks2:met', 'An hour a week, key stage 2: met'],
  ['hour:ks2:not_stated', 'An hour a week, key stage 2: not stated'],
  ['schemes::Charanga', 'Schemes of work: Charanga'],
  ['schemes:*:*', 'Schemes of work: stated'],
  ['otherOrganisations::Arts: Northmere', 'Partner organisations: Arts: Northmere'],
  ['wholeClassInstrument:y4:ukulele', 'Whole-class instruments, year 4: ukulele'],
  ['wholeClassInstrument:*:ukulele', 'Whole-class instruments: ukulele'],
  ['plan::confirmed', 'Confirmed plan'],
])('%s is “%s”, there and back', (text, words) => {
  const fact = readPlanFact(text);
  expect(fact && planFactText(fact)).toBe(text);
  expect(fact && planFactInWords(fact)).toBe(words);
});

it.each(['', 'hour', 'hour:ks2', 'hour:ks2:', 'nothing::met', 'constructor::met', 'hour:KS 2:met'])(
  '“%s” is none',
  (text) => expect(readPlanFact(text)).toBeNull(),
);
