import { judgeRow, type EarlierRow } from './judge-row';
import type { RecordedVisit, RowToJudge } from './judgement';

const row = (over: Partial<RowToJudge> = {}): RowToJudge => ({
  ...{ key: '0-2-1', where: 'line 2', visitedOn: '2024-01-16', kind: null, visitorId: null },
  ...{ visitorName: null, metWith: null, summary: null, sameDay: null, takeChanges: false },
  monthOnly: false,
  ...over,
});
const visit = (over: Partial<RecordedVisit> = {}): RecordedVisit => ({
  ...{ id: 'v1', version: 3, status: 'completed', kind: 'cycle', visitorId: null },
  ...{ visitorName: null, metWith: null, summary: 'Met the head', why: null },
  ...over,
});
const judge = (
  one: RowToJudge,
  recorded: RecordedVisit[] = [],
  earlier: EarlierRow[] = [],
  claimed: string[] = [],
) => judgeRow(one, recorded, new Set(claimed), earlier);

describe('a visit scheduled close by', () => {
  const near = (day: string, over: Partial<RecordedVisit> = {}) => ({
    ...visit({ status: 'scheduled', summary: null, ...over }),
    day,
  });
  const judged = (one: RowToJudge, nearby: ReturnType<typeof near>[], claimed: string[] = []) =>
    judgeRow(one, [], new Set(claimed), [], nearby);

  it.each(['2024-01-15', '2024-01-17', '2024-01-09', '2024-01-23'])(
    'on %s is asked about',
    (day) => {
      expect(judged(row(), [near(day)])).toMatchObject({
        ...{ outcome: 'handed_back', handedBackFor: 'near_scheduled', visitId: 'v1' },
      });
    },
  );

  it('is named, the closest of several', () => {
    const both = [near('2024-01-10'), near('2024-01-17', { id: 'v2', visitorName: 'J. Amble' })];
    expect(judged(row(), both)).toMatchObject({
      ...{
        visitId: 'v2',
        reason: 'A visit is scheduled for Wed 17 Jan 2024, by J. Amble. Is this it?',
      },
    });
  });

  it('is another one where it is further off, or an earlier row is it', () => {
    expect(judged(row(), [near('2024-01-24')]).outcome).toBe('new');
    expect(judged(row(), [near('2024-01-08')]).outcome).toBe('new');
    expect(judged(row(), [near('2024-01-17')], ['v1']).outcome).toBe('new');
  });

  it('is completed or left, as a person says', () => {
    expect(judged(row({ sameDay: 'change' }), [near('2024-01-17')])).toMatchObject({
      ...{ outcome: 'completes', visitId: 'v1', visitVersion: 3 },
    });
    expect(judged(row({ sameDay: 'another' }), [near('2024-01-17')]).outcome).toBe('new');
  });
});

describe('a row is', () => {
  it('new where nothing is on record', () => {
    expect(judge(row()).outcome).toBe('new');
  });

  it('identical where it says nothing else than the record', () => {
    const said = row({ summary: 'met  the HEAD' });
    expect(judge(said, [visit({ visitorName: 'J. Amble' })])).toMatchObject({
      outcome: 'identical',
      visitId: 'v1',
    });
  });

  it('offered as a change where it differs, and a change when it is taken', () => {
    const said = { visitorName: 'J. Amble and P. Orwin', summary: 'Met the head. Ukulele agreed.' };
    const on = visit({ visitorName: 'J. Amble' });
    expect(judge(row(said), [on])).toMatchObject({
      ...{ outcome: 'handed_back', handedBackFor: 'differs', visitId: 'v1', visitVersion: 3 },
      changes: [
        { field: 'visitor', before: 'J. Amble', after: 'J. Amble and P. Orwin' },
        { field: 'summary', before: 'Met the head', after: 'Met the head. Ukulele agreed.' },
      ],
    });
    expect(judge(row({ ...said, takeChanges: true }), [on]).outcome).toBe('changed');
    expect(judge(row({ ...said, sameDay: 'change' }), [on]).outcome).toBe('changed');
    expect(judge(row({ ...said, sameDay: 'another' }), [on]).outcome).toBe('new');
  });

  it('asked about where somebody else came that day, by the record', () => {
    const said = row({ visitorName: 'P. Orwin', summary: 'brass' });
    const judged = judge(said, [visit({ visitorName: 'J. Amble' })]);
    expect(judged).toMatchObject({ outcome: 'handed_back', handedBackFor: 'same_day' });
    expect(judged.reason).toMatch(/P\. Orwin here, J\. Amble there/);
  });

  it('another visit where the same file has one of that day by somebody else', () => {
    const first = row({ visitorName: 'J. Amble', summary: 'morning' });
    const earlier = [{ row: first, judgement: judge(first) }];
    expect(judge(row({ visitorName: 'P. Orwin', summary: 'brass' }), [], earlier).outcome).toBe(
      'new',
    );
    expect(judge(row({ visitorName: 'J. Amble', summary: 'morning' }), [], earlier)).toMatchObject({
      outcome: 'identical',
      reason: 'It is the same as line 2.',
    });
    expect(judge(row({ visitorName: 'J. Amble', summary: 'other' }), [], earlier)).toMatchObject({
      outcome: 'handed_back',
      handedBackFor: 'same_day',
    });
  });

  it('the second of two when both are sent again', () => {
    const recorded = [
      visit({ visitorName: 'J. Amble', summary: 'morning' }),
      visit({ id: 'v2', visitorName: 'P. Orwin', summary: 'brass' }),
    ];
    const second = row({ visitorName: 'P. Orwin', summary: 'brass' });
    expect(judge(second, recorded, [], ['v1'])).toMatchObject({
      outcome: 'identical',
      visitId: 'v2',
    });
  });

  it.each(['proposed', 'scheduled', 'confirmed'] as const)('the %s visit of that day', (status) => {
    const planned = visit({ status, summary: null, visitorName: 'J. Amble' });
    expect(judge(row({ summary: 'x' }), [planned])).toMatchObject({
      outcome: 'completes',
      visitId: 'v1',
    });
    expect(judge(row({ visitorName: 'P. Orwin' }), [planned]).outcome).toBe('completes');
    expect(judge(row({ sameDay: 'another' }), [planned]).outcome).toBe('new');
  });

  it('one of two visits planned, or asked about', () => {
    const planned = [
      visit({ status: 'scheduled', visitorName: 'J. Amble' }),
      visit({ id: 'v2', status: 'scheduled', visitorName: 'P. Orwin' }),
    ];
    expect(judge(row({ visitorName: 'P. Orwin' }), planned)).toMatchObject({ visitId: 'v2' });
    expect(judge(row(), planned)).toMatchObject({ handedBackFor: 'same_day' });
  });

  it.each(['cancelled', 'not_held', 'void'] as const)('asked about beside a %s one', (status) => {
    const ended = visit({ status, why: 'Snow' });
    expect(judge(row(), [ended])).toMatchObject({ handedBackFor: 'same_day', visitId: 'v1' });
    expect(judge(row({ sameDay: 'another' }), [ended]).outcome).toBe('new');
  });
});
