import { newQuestion } from '@tracker/domain';
import { LIMITS } from '@tracker/domain';
import { type LogTyped, outcomeOf } from '../on-device/device-log';
import type { LogScene } from '../on-device/pack';
import { checkLog, errorsOfStep, inOrder, placeInWords, stepOf } from './check-log';

const TODAY = '2024-11-20';

beforeAll(() => void jest.useFakeTimers({ now: new Date(`${TODAY}T12:00:00Z`) }));
afterAll(() => void jest.useRealTimers());

const scene = {
  place: {
    school: { id: 'alder', name: 'Alder Primary School', status: 'open' },
    phases: ['primary'],
    contacts: [{ id: 'asha', name: 'Asha Bell' }],
  },
  staff: [{ id: 'nia', name: 'Nia Reed' }],
  tags: [{ id: 'choir', kind: 'strength', label: 'A choir' }],
  survey: null,
  visit: null,
  keptAt: null,
} as unknown as LogScene;

const log = (typed: Partial<LogTyped> = {}): LogTyped => ({
  visitedOn: TODAY,
  kind: 'cycle',
  people: [],
  metWith: '',
  summary: 'The choir thrives.',
  strengths: '',
  strengthTagIds: [],
  needs: '',
  needTagIds: [],
  engagementLevel: null,
  engagementReason: '',
  actions: [],
  followUp: { wanted: false, scheduledOn: '', startTime: '', visitorId: '', reason: '' },
  survey: null,
  ...typed,
});
const action = (typed: Partial<LogTyped['actions'][number]> = {}) => ({
  ...{ title: 'Send the list', detail: '', ownerId: '', dueOn: '', priority: 'normal' as const },
  ...typed,
});
const person = (typed: Partial<LogTyped['people'][number]> = {}) => ({
  ...{ contactId: '', name: 'Jo Marsh', role: 'other' as const, email: '', telephone: '' },
  ...typed,
});
const wrong = (typed: Partial<LogTyped>) => Object.keys(checkLog(log(typed), scene));

it('finds nothing wrong with a log that is complete', () => {
  expect(checkLog(log(), scene)).toEqual({});
});

it.each<[string, Partial<LogTyped>, string[]]>([
  ['no day', { visitedOn: '' }, ['visitedOn']],
  ['a day that is none', { visitedOn: 'yesterday' }, ['visitedOn']],
  ['a day to come', { visitedOn: '2024-11-21' }, ['visitedOn']],
  ['today', { visitedOn: TODAY }, []],
  ['nothing found', { summary: '  ' }, ['summary']],
  ['a level without a reason', { engagementLevel: 3 }, ['engagementReason']],
  ['somebody without a name', { people: [person({ name: ' ' })] }, ['peopleMet.0.name']],
  ['an address that is none', { people: [person({ email: 'jo@' })] }, ['peopleMet.0.email']],
  ['a contact of the school', { people: [person({ contactId: 'asha', name: '' })] }, []],
  ['an action without words', { actions: [action(), action({ title: '' })] }, ['actions.1.title']],
  ['an action due on no day', { actions: [action({ dueOn: 'soon' })] }, ['actions.0.dueOn']],
  [
    'a follow-up visit for nothing',
    { followUp: { ...log().followUp, wanted: true } },
    ['followUpVisit.reason'],
  ],
  [
    'a follow-up visit on no day',
    { followUp: { ...log().followUp, wanted: true, reason: 'Singing', scheduledOn: 'May' } },
    ['followUpVisit.scheduledOn'],
  ],
  [
    'a reason longer than is kept',
    {
      followUp: {
        ...log().followUp,
        wanted: true,
        reason: 'x'.repeat(LIMITS.visit.followUpReason + 1),
      },
    },
    ['followUpVisit.reason'],
  ],
  [
    'a name longer than is kept',
    { people: [person({ name: 'x'.repeat(LIMITS.contact.name + 1) })] },
    ['peopleMet.0.name'],
  ],
  ['what was found longer than is kept', { summary: 'x'.repeat(40_001) }, ['summary']],
])('says where: %s', (_, typed, fields) => {
  expect(wrong(typed)).toEqual(fields);
});

describe('a survey', () => {
  const question = newQuestion({ key: 'choir', type: 'yes_no', text: 'A choir?', required: true });
  const version = { id: 'v1', questions: [question] } as unknown as NonNullable<
    LogTyped['survey']
  >['version'];
  const survey = (given: object) => ({
    version,
    answers: {},
    asked: true,
    partly: false,
    ...given,
  });

  it('must be complete when it counts, and may be left when only partly gone through', () => {
    expect(wrong({ survey: survey({}) })).toEqual(['survey.answers.choir']);
    expect(wrong({ survey: survey({ partly: true }) })).toEqual([]);
    expect(wrong({ survey: survey({ asked: false }) })).toEqual([]);
    expect(wrong({ survey: survey({ answers: { choir: false } }) })).toEqual([]);
  });

  it('is sent when it was gone through and something is answered', () => {
    const sent = (given: object) => outcomeOf(log({ survey: survey(given) })).survey;
    expect(sent({ answers: { choir: true } })).toEqual({
      ...{ versionId: 'v1', answers: { choir: true }, submitted: true },
    });
    expect(sent({})).toBeUndefined();
    expect(sent({ asked: false, answers: { choir: true } })).toBeUndefined();
  });
});

it('sends nothing for what was left open, and no time without a day', () => {
  const followUp = { ...log().followUp, wanted: true, startTime: '10:00', reason: 'Singing' };
  const sent = outcomeOf(log({ followUp, people: [person()], actions: [action()] }));
  expect(sent.metWith).toBeNull();
  expect(sent.peopleMet).toEqual([
    { name: 'Jo Marsh', role: 'other', email: null, telephone: null },
  ]);
  expect(sent.actions?.[0]).toMatchObject({ detail: null, ownerId: null, dueOn: null });
  expect(sent.followUpVisit).toMatchObject({ scheduledOn: null, startTime: null });
  expect(outcomeOf(log()).followUpVisit).toBeNull();
});

it('lists what is wrong from the top of the form to its end', () => {
  const errors = {
    'followUpVisit.reason': 'd',
    'actions.1.title': 'c',
    'actions.0.title': 'b',
    somethingElse: 'e',
    summary: 'a',
  };
  expect(inOrder(errors).map(([, sentence]) => sentence)).toEqual(['a', 'b', 'c', 'd', 'e']);
  expect(errorsOfStep(errors, 'actions')).toEqual({
    ...{ 'actions.0.title': 'b', 'actions.1.title': 'c' },
  });
  expect(stepOf('survey.answers.choir')).toBe('survey');
  expect(stepOf('schoolId')).toBe('check');
  expect(placeInWords('actions.1.title')).toBe('Actions, number 2');
  expect(placeInWords('visitedOn')).toBe('Who I met');
});
