import type { PlanFieldReading } from '@tracker/contract';
import { PLAN_FIELD_NAMES, type PlanField, type PlanFieldValue } from '@tracker/domain';
import {
  confirmedBefore,
  decisionOf,
  type Decisions,
  factsOf,
  inOrder,
  nextToDecide,
  sureOnes,
  toDecide,
  undecided,
  withSure,
  yearsOf,
} from './decisions';
import { valueInWords } from './field-words';
import { inLists, markedPieces, marksIn } from './marked-text';
import { quicker } from './quicker';
import { readTyped, typedOf } from './typed-values';

const TODAY = '2024-11-20';

const empty = (field: PlanField): PlanFieldReading => ({
  ...{ field, value: null, why: 'not_stated', mark: null, passages: [], warnings: [] },
  ...{ outcome: null, confirmed: null },
});
const read = (
  field: PlanField,
  value: PlanFieldValue,
  rest: Partial<PlanFieldReading> = {},
): PlanFieldReading => ({ ...empty(field), value, why: null, mark: 'sure', ...rest });

const READ: Partial<Record<PlanField, PlanFieldReading>> = {
  academicYears: read('academicYears', ['2024-25']),
  musicLead: read('musicLead', ['Robin Vale']),
  hubName: read('hubName', 'Essex', { mark: 'unsure', warnings: ['other_hub'] }),
  weekly: read('weekly', true, { mark: 'likely' }),
  publishedOn: { ...empty('publishedOn'), why: 'blank', warnings: ['date_not_read'] },
};
const document = { fields: PLAN_FIELD_NAMES.map((field) => READ[field] ?? empty(field)) };
const names = (fields: readonly PlanFieldReading[]) => fields.map(({ field }) => field);

it('goes through the years first, then warnings, what is likely, what is sure, what is not stated', () => {
  expect(names(inOrder(document)).slice(0, 6)).toEqual([
    ...['academicYears', 'publishedOn', 'hubName', 'weekly', 'musicLead', 'schoolName'],
  ]);
  expect(names(toDecide(document))).toEqual([
    ...['academicYears', 'publishedOn', 'hubName', 'weekly', 'musicLead'],
  ]);
});

it('confirms with one press what is sure and has no warning, and leaves what was decided', () => {
  expect(sureOnes(document, {})).toEqual(['academicYears', 'musicLead']);
  const changed: Decisions = { musicLead: { outcome: 'changed', value: ['Ash Rook'] } };
  expect(withSure(document, changed)).toEqual({
    ...{ academicYears: { outcome: 'right' }, musicLead: changed.musicLead },
  });
  expect(names(undecided(document, withSure(document, {})))).toEqual([
    ...['publishedOn', 'hubName', 'weekly'],
  ]);
});

it('goes on to the next field that nothing is said of, and back to the first that was left out', () => {
  const decisions = withSure(document, {});
  expect(nextToDecide(document, decisions, 'academicYears')).toBe('publishedOn');
  expect(nextToDecide(document, decisions, 'weekly')).toBe('publishedOn');
  const all: Decisions = {
    ...decisions,
    ...{ publishedOn: { outcome: 'not_stated' }, hubName: { outcome: 'right' } },
    weekly: { outcome: 'right' },
  };
  expect(nextToDecide(document, all, 'weekly')).toBeNull();
});

it('sends every field with a suggestion and what somebody filled in, and nothing of the others', () => {
  const decisions: Decisions = {
    ...{ academicYears: { outcome: 'right' }, hubName: { outcome: 'not_stated' } },
    ...{
      publishedOn: { outcome: 'not_stated' },
      schemes: { outcome: 'changed', value: ['Kapow'] },
    },
  };
  expect(factsOf(document, decisions)).toEqual([
    { field: 'academicYears', outcome: 'right' },
    { field: 'hubName', outcome: 'not_stated' },
    { field: 'schemes', outcome: 'changed', value: ['Kapow'] },
  ]);
  expect(yearsOf(document, decisions)).toEqual(['2024-25']);
  expect(yearsOf(document, {})).toEqual([]);
});

it('takes a value that is the one read for right, and an empty one for not stated', () => {
  expect(decisionOf(READ.musicLead!, ['Robin Vale'])).toEqual({ outcome: 'right' });
  expect(decisionOf(READ.musicLead!, [])).toEqual({ outcome: 'not_stated' });
  expect(decisionOf(READ.weekly!, false)).toEqual({ outcome: 'changed', value: false });
});

it('begins a correction with what was confirmed', () => {
  const was = read('hubName', 'Essex', { outcome: 'changed', confirmed: 'Greater Essex' });
  const fields = [was, read('weekly', true, { outcome: 'right', confirmed: true })];
  expect(confirmedBefore({ fields })).toEqual({
    hubName: { outcome: 'changed', value: 'Greater Essex' },
    weekly: { outcome: 'right' },
  });
});

it.each<[PlanField, string | string[], object]>([
  ['publishedOn', '26/8/24', { value: '2024-08-26' }],
  ['publishedOn', 'Sept 2025', { value: '2025-09' }],
  ['publishedOn', 'soon', { problem: expect.stringContaining('September 2024') }],
  ['lessonMinutes', '50', { value: 50 }],
  ['lessonMinutes', 'an hour', { problem: expect.stringContaining('number') }],
  ['academicYears', ['2025-26', '2024-25'], { value: ['2024-25', '2025-26'] }],
  ['academicYears', ['2024-25', '2026-27'], { problem: expect.stringContaining('follow each') }],
  ['academicYears', [], { problem: expect.any(String) }],
  ['priorities', 'A choir\n\nRecorders', { value: ['A choir', 'Recorders'] }],
  ['weekly', 'no', { value: false }],
  ['hubName', '  ', { value: '' }],
])('reads %s typed as %j', (field, typed, result) => {
  expect(readTyped({ field }, typed, TODAY)).toEqual(result);
});

it('reads rows of minutes, and says what is wrong with one', () => {
  const rows = [{ stage: 'ks2', minutes: '37,5', qualifier: 'at_least' as const }];
  const field = { field: 'minutesPerWeek' as const };
  expect(readTyped(field, rows, TODAY)).toEqual({
    value: [{ stage: 'ks2', minutes: 37.5, qualifier: 'at_least' }],
  });
  expect(readTyped(field, [...rows, ...rows], TODAY)).toHaveProperty('problem');
  expect(readTyped(field, typedOf(field, null), TODAY)).toEqual({ value: [] });
});

it('says values in words', () => {
  expect(
    valueInWords('minutesPerWeek', [{ stage: 'y4', minutes: 60, qualifier: 'at_least' }]),
  ).toEqual(['Year 4: at least 60 minutes a week']);
  expect(valueInWords('publishedOn', '2024-09')).toEqual(['September 2024']);
  expect(valueInWords('taughtBy', ['visiting'])).toEqual(['Visiting teachers']);
});

it('marks words whatever the white space between them, and a whole block where they run over cells', () => {
  expect(markedPieces('Lead: Robin\n Vale (R.V.)', ['Robin Vale'])).toEqual([
    { text: 'Lead: ', marked: false },
    { text: 'Robin\n Vale', marked: true },
    { text: ' (R.V.)', marked: false },
  ]);
  const block = {
    ...{ kind: 'table' as const, text: null, level: null, page: 1 },
    rows: [['Music lead', 'Robin Vale']],
  };
  expect(marksIn(block, 0, [{ text: 'lead Robin', block: 0 }])).toMatchObject({ whole: true });
  expect(marksIn(block, 0, [{ text: 'Robin Vale', block: 0 }])).toMatchObject({ whole: false });
  expect(marksIn(block, 1, [{ text: 'Robin Vale', block: 0 }])).toEqual({
    texts: [],
    whole: false,
  });
  const item = { kind: 'item' as const, text: 'A choir', level: null, rows: null, page: 1 };
  expect(inLists([item, item, block]).map((group) => group.length)).toEqual([2, 1]);
});

it('shows what somebody quicker confirmed beside mine, where the two differ', () => {
  const fields = [
    read('weekly', true, { outcome: 'right', confirmed: true }),
    read('musicLead', ['Robin Vale'], { outcome: 'changed', confirmed: ['Ash Rook'] }),
  ];
  const current = {
    ...{ status: 'confirmed', decidedByName: 'Nia Reed', academicYears: ['2024-25'], fields },
  };
  const mine: Decisions = { weekly: { outcome: 'right' }, musicLead: { outcome: 'right' } };
  const question = quicker(current as never, mine);
  expect(question.title).toBe('Nia Reed was quicker');
  expect(question.now).toContainEqual(['Music lead', 'Ash Rook']);
  expect(question.typed).toEqual([['Music lead', 'Robin Vale']]);
  expect(question.goOn).not.toBeNull();
  const rejected = quicker({ ...current, status: 'rejected', rejectReason: null } as never, mine);
  expect(rejected.goOn).toBeNull();
});
