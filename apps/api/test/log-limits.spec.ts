import { LIMITS, logLengthProblems } from '@tracker/domain';
import { type Agent, startTestApi, type TestApi } from './support/test-api';

let api: TestApi;
let head: Agent;
beforeAll(async () => {
  api = await startTestApi('2024-11-20');
  head = await api.as(await api.hub.user('head'));
});
afterAll(() => api.stop());

const { visit, contact, action } = LIMITS;
const text = (length: number) => 'é'.repeat(length);
const address = (length: number) => `${'x'.repeat(60)}@${longDomain(length - 61)}`;
/** Labels of at most 63 characters each. */
const longDomain = (length: number) => {
  const labels = `${'y'.repeat(60)}.`.repeat(4).slice(0, length - 3);
  return `${labels.replace(/\.$/, 'y')}.uk`;
};

interface Lengths {
  over: number;
}

/** A log in which every text and every list is as long as it may be, or so much longer. */
const log = ({ over }: Lengths) => ({
  visitedOn: '2024-11-19',
  metWith: text(visit.metWith + over),
  summary: text(visit.summary + over),
  strengths: text(visit.strengths + over),
  needs: text(visit.needs + over),
  engagementLevel: 2,
  engagementReason: text(visit.engagementReason + over),
  peopleMet: Array.from({ length: visit.peopleMet }, (_, i) => ({
    role: 'other',
    name: `${i}${text(contact.name - String(i).length + over)}`,
    email: address(contact.email + over),
    telephone: '0'.repeat(contact.telephone + over),
  })),
  actions: Array.from({ length: visit.actions }, () => ({
    title: text(action.title + over),
    detail: text(action.detail + over),
  })),
  followUpVisit: { reason: text(visit.followUpReason + over) },
});

it('keeps a log that is as long as the form allows', async () => {
  expect(logLengthProblems(log({ over: 0 }))).toEqual([]);
  const school = await api.hub.school();
  const body = { schoolId: school.id, outcome: log({ over: 0 }) };
  const { body: answer } = await head.post('/api/visits').send(body).expect(201);
  expect(answer.outcome.summary).toHaveLength(visit.summary);
});

const FIELDS = [
  ...['metWith', 'summary', 'strengths', 'needs', 'engagementReason', 'followUpVisit.reason'],
  ...['peopleMet.0.name', 'peopleMet.0.email', 'peopleMet.0.telephone'],
  ...['actions.0.title', 'actions.0.detail'],
];

it.each(FIELDS)('refuses %s one character longer, as the form does', async (field) => {
  const [short, long] = [log({ over: 0 }), log({ over: 1 })];
  const parts = field.split('.');
  const [first = ''] = parts;
  const last = parts.at(-1) ?? '';
  const part = (from: object) => (from as Record<string, unknown>)[first];
  const entry = (from: object) => [part(from)].flat()[0] as Record<string, unknown>;
  const outcome =
    parts.length === 1
      ? { ...short, [first]: part(long) }
      : {
          ...short,
          [first]:
            parts.length === 3
              ? [{ ...entry(short), [last]: entry(long)[last] }]
              : { ...entry(short), [last]: entry(long)[last] },
        };
  expect(logLengthProblems(outcome as typeof short).map((one) => one.field)).toEqual([field]);
  const school = await api.hub.school();
  const answer = await head.post('/api/visits').send({ schoolId: school.id, outcome });
  expect([400, 422]).toContain(answer.status);
  expect(answer.body.errors).toEqual([expect.objectContaining({ field: `outcome.${field}` })]);
});

it('says in its description how long each text may be', async () => {
  const { body: document } = await head.get('/api/docs-json').expect(200);
  const { LogOutcomeDto, PersonMetDto } = document.components.schemas;
  expect(LogOutcomeDto.properties.summary).toMatchObject({ maxLength: visit.summary });
  expect(LogOutcomeDto.required).toEqual(['visitedOn', 'summary']);
  expect(PersonMetDto.properties.telephone).toMatchObject({ maxLength: contact.telephone });
  expect(PersonMetDto.required).toBeUndefined();
});
