import { isEmailAddress } from './email-address';
import { LIMITS, lengthProblem, logLengthProblems } from './limits';

const long = (most: number) => 'x'.repeat(most + 1);

it('takes a text of exactly the limit and counts no white space around it', () => {
  expect(lengthProblem('x'.repeat(200), 200)).toBeNull();
  expect(lengthProblem(`  ${'x'.repeat(200)}\n`, 200)).toBeNull();
  expect(lengthProblem(null, 200)).toBeNull();
  expect(lengthProblem('x'.repeat(2_001), 2_000)).toBe(
    'This has 2,001 characters; at most 2,000 are kept. Please shorten it.',
  );
});

it('names every text of a log that is too long by its input', () => {
  const { visit, contact, action } = LIMITS;
  const problems = logLengthProblems({
    ...{ metWith: long(visit.metWith), summary: long(visit.summary) },
    ...{ strengths: long(visit.strengths), needs: long(visit.needs) },
    engagementReason: long(visit.engagementReason),
    followUpVisit: { reason: long(visit.followUpReason) },
    peopleMet: [
      { name: 'Jo' },
      {
        name: long(contact.name),
        email: long(contact.email),
        telephone: long(contact.telephone),
      },
    ],
    actions: [{ title: long(action.title), detail: long(action.detail) }],
  });
  expect(problems.map(({ field }) => field)).toEqual([
    ...['metWith', 'summary', 'strengths', 'needs', 'engagementReason', 'followUpVisit.reason'],
    ...['peopleMet.1.name', 'peopleMet.1.email', 'peopleMet.1.telephone'],
    ...['actions.0.title', 'actions.0.detail'],
  ]);
});

it('names lists with too many entries', () => {
  const tags = Array.from({ length: LIMITS.visit.tags + 1 }, (_, i) => String(i));
  const problems = logLengthProblems({
    ...{ strengthTagIds: tags, needTagIds: tags.slice(1) },
    peopleMet: Array.from({ length: LIMITS.visit.peopleMet + 1 }, () => ({ name: 'Jo' })),
    actions: Array.from({ length: LIMITS.visit.actions }, () => ({ title: 'Ring' })),
  });
  expect(problems).toEqual([
    { field: 'peopleMet', message: 'At most 20 people can be named.' },
    { field: 'strengthTagIds', message: 'At most 50 strengths can be ticked.' },
  ]);
});

it.each(['jo@school.example', 'j.o-b+x@a.b-c.org', "o'neil@schule.münchen.de", ' jo@a.uk '])(
  'takes %s for an address',
  (text) => expect(isEmailAddress(text)).toBe(true),
);

it.each([
  ...['jo', 'jo@school', 'jo@school..uk', '.jo@school.uk', 'jo.@school.uk', 'j..o@school.uk'],
  ...['jo@-school.uk', 'jo@school-.uk', 'jo@school.u', 'jo@school.1', 'j o@school.uk', '@a.uk'],
  ...['jo@a.uk, mo@a.uk', `${'x'.repeat(65)}@a.uk`, 'jo@sch_ool.uk', 'jo(a)@school.uk'],
])('does not take %s for an address', (text) => expect(isEmailAddress(text)).toBe(false));
