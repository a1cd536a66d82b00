import { londonDayOf } from '../day';
import { changeInWords, entryInWords, type EntryToTell, toldChanges } from './entry-in-words';
import { valueInWords } from './value-in-words';

const LONG = 'The Blessed and Venerable Archbishop’s Church of England Aided School';
const NAMES: Record<string, string> = {
  ...{ w: 'West', m: 'Mid', m2: 'Mid', t: 'Singing', v: 'Mon 2 Dec 2024' },
  ...{ a: `${LONG} (URN 117001)`, b: `${LONG} (URN 139002)` },
};
const nameOf = (id: string) => NAMES[id] ?? null;

const entry = (over: Partial<EntryToTell> = {}): EntryToTell => ({
  action: 'changed',
  entity: 'schools',
  recordName: 'Mill Lane School',
  changes: [{ field: 'regionId', from: 'w', to: 'm' }],
  actor: 'user',
  personId: 'h',
  personName: 'Hilary Marsh',
  source: null,
  on: '2024-12-03',
  ...over,
});
const told = (over?: Partial<EntryToTell>, within?: string) =>
  entryInWords(entry(over), nameOf, within);

const set = (field: string, to: unknown) => ({ field, from: null, to });
const signedOut = (why: string, recordName: string | null): Partial<EntryToTell> => ({
  ...{ action: 'signed_out', entity: 'sessions', recordName, changes: [set('why', why)] },
});
const exported = (filter: object): Partial<EntryToTell> => ({
  action: 'exported',
  entity: 'lists',
  recordName: 'visits',
  changes: [set('rows', 1204), set('format', 'xlsx'), set('filter', filter)],
});

describe('an entry', () => {
  it('says what, from what to what, by whom and when', () => {
    expect(told({}, 'schools')).toBe(
      'Region changed from West to Mid, by Hilary Marsh, Tue 3 Dec 2024',
    );
  });

  it('says of which record outside that record’s own history', () => {
    const status = [{ field: 'status', from: 'scheduled', to: 'not_held' }];
    const visit = { entity: 'visits', recordName: 'Mon 2 Dec 2024', changes: status };
    expect(told(visit, 'schools')).toBe(
      'Visit Mon 2 Dec 2024: Status changed from scheduled to not held, by Hilary Marsh, Tue 3 Dec 2024',
    );
  });

  it.each<[Partial<EntryToTell>, string]>([
    [{ action: 'created' }, 'School Mill Lane School added, by Hilary Marsh'],
    [{ action: 'removed', entity: 'contacts', recordName: 'Jo' }, 'Contact Jo removed, by Hilary'],
    [
      {
        ...{ entity: 'imports', recordName: 'edubase.csv' },
        changes: [
          { field: 'created', from: 0, to: 1446 },
          { field: 'updated', from: 0, to: 0 },
          { field: 'rejected', from: 0, to: 3 },
          { field: 'status', from: 'running', to: 'done' },
        ],
      },
      'Import edubase.csv read: 1,446 new, 3 rejected, by Hilary Marsh',
    ],
    [
      {
        ...{ entity: 'imports', recordName: 'log.xlsx' },
        changes: [
          { field: 'created', from: 92, to: 93 },
          { field: 'rejected', from: 1, to: 0 },
        ],
      },
      'Import log.xlsx counted again: 93 new, 0 rejected, by Hilary Marsh',
    ],
    [
      {
        ...{ action: 'created', entity: 'import_row_decisions', recordName: null },
        changes: [set('decision', { skip: true }), set('importId', 'v'), set('rowKey', '1-6-2')],
      },
      'Row in line 6 decided in the import Mon 2 Dec 2024: skipped, by Hilary Marsh',
    ],
    [
      {
        ...{ entity: 'import_row_decisions', recordName: null },
        changes: [
          {
            field: 'decision',
            from: { skip: true },
            to: { skip: false, schoolId: 'a', visitedOn: '2024-12-03', sameDay: 'another' },
          },
        ],
      },
      `Row decided: school ${LONG} (URN 117001), day Tue 3 Dec 2024, another visit of that day, by Hilary Marsh`,
    ],
    [
      {
        ...{ action: 'removed', entity: 'import_row_decisions', recordName: null },
        changes: [{ field: 'decision', from: { skip: true }, to: null }],
      },
      'Decision on a row undone, by Hilary Marsh',
    ],
    [
      {
        ...{ entity: 'imports', recordName: 'edubase.csv' },
        changes: [{ field: 'status', from: 'done', to: 'undoing' }],
      },
      'Import edubase.csv is being undone, by Hilary Marsh',
    ],
    [
      { entity: 'contacts', recordName: 'Jo', changes: [set('deletedAt', '2024-12-03T09:00:00Z')] },
      'Contact Jo deleted, by Hilary Marsh',
    ],
    [
      {
        ...{ entity: 'contacts', recordName: 'Jo' },
        changes: [{ field: 'deletedAt', from: '2024-12-03T09:00:00Z', to: null }],
      },
      'Contact Jo brought back, by Hilary Marsh',
    ],
    [
      {
        ...{ entity: 'visits', recordName: 'Mon 2 Dec 2024' },
        changes: [
          set('voidReason', 'Twice'),
          set('voidedById', 'm'),
          set('voidedAt', '2024-12-03'),
        ],
      },
      'Visit Mon 2 Dec 2024: Reason it is void set to Twice, by Hilary Marsh',
    ],
    [
      {
        ...{ entity: 'import_findings', recordName: 'Mill Lane School' },
        changes: [set('decidedAt', '2024-12-03'), set('decidedById', 'm'), set('decision', 'kept')],
      },
      'Decision on a school missing from the register Mill Lane School: Decision set to kept, by Hilary Marsh, Tue',
    ],
    [
      {
        ...{ action: 'created', entity: 'visit_outcome_tags', recordName: null },
        changes: [set('tagId', 't'), set('visitId', 'v')],
      },
      'Strength or need noted at the visit on Mon 2 Dec 2024: Singing, by Hilary Marsh',
    ],
    [
      {
        ...{ action: 'removed', entity: 'visit_outcome_tags', recordName: null },
        changes: [
          { field: 'tagId', from: 't', to: null },
          { field: 'visitId', from: 'v', to: null },
        ],
      },
      'Strength or need taken off the visit on Mon 2 Dec 2024: Singing, by Hilary Marsh',
    ],
    [{ action: 'emptied' }, 'Every school removed, by Hilary Marsh'],
    [{ action: 'exported', entity: 'imports', recordName: 'a.csv' }, 'Import a.csv exported, by'],
    [{ action: 'signed_in', entity: 'sessions', changes: [] }, 'Signed in, by Hilary Marsh'],
    [signedOut('own', 'Hilary Marsh'), 'Signed out, by Hilary Marsh, Tue'],
    [signedOut('everywhere', 'Hilary Marsh'), 'Signed out everywhere, by Hilary Marsh, Tue'],
    [signedOut('disabled', 'Jo'), 'Jo signed out, as the account was disabled, by Hilary Marsh'],
    [signedOut('elsewhere', null), 'Signed out in another browser, by Hilary Marsh'],
    [exported({}), 'List of visits exported, 1,204 rows for Excel, by Hilary Marsh, Tue'],
    [
      exported({ regionId: ['w'], q: 'mary', status: ['not_held'] }),
      'List of visits exported, 1,204 rows for Excel, where Region West; Search mary; Status not held, by',
    ],
    [
      {
        action: 'created',
        entity: 'user_regions',
        recordName: null,
        changes: [set('userId', 'm'), set('createdById', 'w')],
      },
      'Region of a user added (User Mid), by Hilary Marsh',
    ],
    [{ changes: [] }, 'School Mill Lane School changed, by Hilary Marsh'],
    [{ action: 'sign_in_failed' }, 'Sign-in failed for Hilary Marsh, Tue'],
    [{ action: 'sign_in_failed', personName: null }, 'Sign-in failed for an address without'],
    [
      { action: 'created', recordName: null, entity: 'odd_things', changes: [] },
      'Odd things added',
    ],
  ])('of %j', (over, words) => {
    expect(told(over)).toContain(words);
  });

  it.each<[Partial<EntryToTell>, string]>([
    [{ personName: null }, 'by somebody whose account is gone'],
    [{ personId: null, personName: null }, 'by somebody with a link'],
    [{ actor: 'import' }, 'by an import of Hilary Marsh'],
    [{ actor: 'import', personName: null }, 'by an import,'],
    [{ actor: 'undo', personName: null }, 'by undoing an import,'],
    [{ actor: 'undo' }, 'by Hilary Marsh, undoing an import,'],
    [{ actor: 'job', personName: null, source: 'worker' }, 'by the tracker itself'],
    [{ actor: 'command', personName: null, source: 'create-user' }, 'by the command create-user'],
    [{ actor: 'command', personName: null, source: 'demo-hub' }, 'when the demo hub was filled'],
    [{ actor: 'command', personName: null }, 'by a command,'],
    [{ actor: 'outside', personName: null }, 'from outside the tracker'],
  ])('tells who it was: %j', (over, words) => {
    expect(told(over)).toContain(words);
  });
});

describe('a change', () => {
  it.each([
    ['trust', null, 'Eastmarsh Trust', 'Trust set to Eastmarsh Trust'],
    ['trust', 'Eastmarsh Trust', null, 'Trust taken away, was Eastmarsh Trust'],
    ['passwordHash', null, null, 'Password changed'],
    ['dueOn', '2024-12-03', '2025-01-06', 'Due day changed from Tue 3 Dec 2024 to Mon 6 Jan 2025'],
    ['active', true, false, 'Active changed from yes to no'],
    ['schoolId', 'm', 'm2', 'School changed to another called Mid'],
    ['schoolId', 'a', 'b', `School changed from ${LONG} (URN 117001) to ${LONG} (URN 139002)`],
    ['notes', `${'a'.repeat(80)}b`, `${'a'.repeat(80)}c`, 'Notes changed'],
    ['fsmPercent', 12.5, 13, 'Free school meals, per cent changed from 12.5 to 13'],
    ['ownerId', 'gone', 'm', 'Owner changed from one no longer on record to Mid'],
    ['cancelledBy', null, 'school', 'Cancelled by set to school'],
    ['regionIds', ['w'], ['m', 'w'], 'Regions now with Mid'],
    ['weekdaysNever', [], [1, 5], 'Weekdays never now with Mon, Fri'],
    [
      'answer',
      null,
      { kind: 'none', cannot: [{ to: '2025-02-28', from: '2025-02-01' }], neverWeekdays: [5] },
      'Answer set to Kind none; Cannot Sat 1 Feb 2025 to Fri 28 Feb 2025; Weekda…',
    ],
    ['regionIds', ['w'], ['m'], 'Regions now with Mid, without West'],
    [
      'laCodes',
      ['919', '920'],
      ['920', '919'],
      'Local authorities changed from 919, 920 to 920, 919',
    ],
    ['notes', 'x\ny', 'a'.repeat(80), `Notes changed from x y to ${'a'.repeat(59)}…`],
  ])('of %s from %j to %j', (field, from, to, words) => {
    expect(changeInWords({ field, from, to }, nameOf, 'schools')).toBe(words);
  });
});

it('calls a field by what it is in its kind of record', () => {
  const change = { field: 'value', from: 'other', to: null };
  expect(changeInWords(change, nameOf, 'survey_answers')).toBe('Answer taken away, was other');
  expect(changeInWords(change, nameOf, 'settings')).toBe('Value taken away, was other');
});

it('passes over a change that says nothing to a reader', () => {
  const changes = [
    { field: 'options', from: {}, to: { header: ['URN', 'Name'] } },
    { field: 'options', from: {}, to: { headerLine: 2 } },
    { field: 'passwordHash', from: null, to: null },
    { field: 'name', from: 'a', to: 'b' },
  ];
  expect(toldChanges(changes, nameOf)).toEqual(changes.slice(1));
});

it('shows a value whole where there is room', () => {
  expect(valueInWords('notes', 'a\nb', nameOf)).toBe('a\nb');
  expect(valueInWords('value', ['phone_call', 'other'], nameOf)).toBe('phone call, other');
  expect(valueInWords('status', 'to_confirm', nameOf)).toBe('waiting to be confirmed');
  const options = { header: ['URN'], laCodes: ['919'], mapping: { schoolName: 0 }, headerLine: 2 };
  expect(valueInWords('options', options, nameOf)).toBe(
    'Local authorities 919; Columns chosen School name; Line of the headings 2',
  );
  const holiday = { name: 'Half term', from: '2024-10-28', to: '2024-11-01' };
  expect(valueInWords('holidays', [holiday], nameOf)).toBe(
    'Half term (Mon 28 Oct 2024 to Fri 1 Nov 2024)',
  );
  expect(valueInWords('days', [{ day: '2024-12-25', name: 'Christmas Day' }], nameOf)).toBe(
    'Christmas Day (Wed 25 Dec 2024)',
  );
  expect(valueInWords('questions', [{ text: 'A choir?', type: 'yes_no' }], nameOf)).toBe(
    'A choir? (Type yes no)',
  );
  expect(valueInWords('options', [{ label: 'Other' }], nameOf)).toBe('Other');
  expect(valueInWords('filter', { from: '2024-10-28', to: '2024-11-01' }, nameOf)).toBe(
    'Mon 28 Oct 2024 to Fri 1 Nov 2024',
  );
  expect(valueInWords('loggedAt', '2024-06-30T23:30:00+00:00', nameOf)).toBe('Mon 1 Jul 2024');
  expect(valueInWords('loggedAt', 'some time', nameOf)).toBe('some time');
});

it.each([
  ['2024-12-31T23:59:59.999Z', '2024-12-31'],
  ['2024-06-30T23:00:00.5+00:00', '2024-07-01'],
  ['2024-07-01 00:30:00+02', '2024-06-30'],
  ['2024-06-30T18:00:00-0500', '2024-07-01'],
  ['2024-02-30T00:00:00Z', null],
  ['2024-02-20', null],
])('the day in London at %s is %s', (instant, day) => {
  expect(londonDayOf(instant)).toBe(day);
});
