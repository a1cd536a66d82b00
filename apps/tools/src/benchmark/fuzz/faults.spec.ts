import { faultsOf } from './faults';
import type { Answer } from './send';

const TABLES = /\b(stale_scores|visit_cycles)\b/;
const SAFE = {
  'content-security-policy': "default-src 'self'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
};
const problem = (detail: string, status = 400): Answer => ({
  status,
  headers: { ...SAFE, 'content-type': 'application/problem+json; charset=utf-8' },
  text: JSON.stringify({ status, detail, reference: 'r' }),
});

const kinds = (answer: Answer) => faultsOf(answer, 'GET', TABLES).map(({ fault }) => fault);

it('finds nothing wrong with a proper refusal', () => {
  expect(kinds(problem('There is no filter "x"; there are id, q.'))).toEqual([]);
});

it.each([
  ['a failure', 'failure', problem('Something went wrong.', 500)],
  ['an outage', 'failure', problem('The database cannot be reached.', 503)],
  ['no answer', 'hang', { status: 0, headers: {}, text: '', failure: 'hang' }],
  ['a cut connection', 'hang', { status: 0, headers: {}, text: '', failure: 'cut' }],
  ['SQL', 'leak', problem('syntax error at or near "OR"')],
  ['a constraint', 'leak', problem('new row violates check constraint "visits_kind"')],
  ['a stack', 'leak', problem('Error\n    at run (/srv/app/main.js:10:5)')],
  ['a folder of packages', 'leak', problem('/srv/node_modules/pg/lib')],
  ['a table', 'leak', problem('There is no row in stale_scores.')],
  ['another shape', 'misshapen', { ...problem(''), headers: SAFE }],
  ['a page without its headers', 'misshapen', { status: 200, headers: {}, text: '' }],
] as const)('finds %s', (_, fault, answer) => {
  expect(kinds(answer as Answer)).toEqual([fault]);
});
