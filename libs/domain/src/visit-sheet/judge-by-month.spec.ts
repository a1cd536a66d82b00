import { DAY_UNKNOWN } from './day-months';
import { judgeRow } from './judge-row';
import type { NearbyVisit, RowToJudge } from './judgement';

const row = (over: Partial<RowToJudge> = {}): RowToJudge => ({
  ...{ key: '0-2-1', where: 'line 2', visitedOn: '2023-02-14', monthOnly: false, kind: null },
  ...{ visitorId: null, visitorName: 'CL', metWith: null, summary: 'choir', sameDay: null },
  takeChanges: false,
  ...over,
});
const visit = (over: Partial<NearbyVisit> = {}): NearbyVisit => ({
  ...{ id: 'v1', version: 2, status: 'completed', kind: 'cycle', day: '2023-02-01' },
  ...{ visitorId: null, visitorName: 'CL', metWith: null, why: null },
  summary: DAY_UNKNOWN('Feb 2023', 'choir'),
  ...over,
});
const judge = (one: RowToJudge, nearby: NearbyVisit[], claimed: string[] = []) =>
  judgeRow(one, [], new Set(claimed), [], nearby);

describe('a row with the day of a visit of which only the month was known', () => {
  it('is offered as a change of its day, and the notes lose the month', () => {
    expect(judge(row(), [visit()])).toMatchObject({
      ...{ outcome: 'handed_back', handedBackFor: 'differs', visitId: 'v1', visitVersion: 2 },
      changes: [
        { field: 'day', before: 'Feb 2023', after: 'Tue 14 Feb 2023' },
        {
          ...{ field: 'summary', before: 'Only the month is known: Feb 2023.\n\nchoir' },
          after: 'choir',
        },
      ],
    });
    expect(judge(row({ takeChanges: true }), [visit()]).outcome).toBe('changed');
    expect(judge(row({ sameDay: 'change' }), [visit()]).outcome).toBe('changed');
  });

  it('keeps the notes on record where it has none, and says so where there are none', () => {
    const notes = ({ changes }: ReturnType<typeof judge>) => changes.at(-1)?.after;
    expect(notes(judge(row({ summary: null }), [visit()]))).toBe('choir');
    const bare = visit({ summary: DAY_UNKNOWN('Sept. 2022', undefined), day: '2022-09-01' });
    const day = { visitedOn: '2022-09-20', summary: null };
    expect(notes(judge(row(day), [bare]))).toBe('No notes were kept.');
  });

  it('is another visit where a person says so, and where it cannot be this one', () => {
    expect(judge(row({ sameDay: 'another' }), [visit()]).outcome).toBe('new');
    expect(judge(row({ visitorName: 'NR' }), [visit()]).outcome).toBe('new');
    expect(judge(row({ visitedOn: '2023-03-14' }), [visit()]).outcome).toBe('new');
    expect(judge(row(), [visit({ summary: 'choir' })]).outcome).toBe('new');
    expect(judge(row(), [visit()], ['v1']).outcome).toBe('new');
  });

  it('is handed back where it may be either of two', () => {
    expect(judge(row(), [visit(), visit({ id: 'v2' })])).toMatchObject({
      ...{ outcome: 'handed_back', handedBackFor: 'same_day', visitId: null },
    });
  });
});

describe('a row with the month of a visit whose day is on record', () => {
  const month = { visitedOn: '2023-02-01', monthOnly: true };
  const known = visit({ day: '2023-02-14', summary: 'choir' });

  it('is that visit where it says the same', () => {
    const said = row({ ...month, summary: DAY_UNKNOWN('Feb 2023', 'choir') });
    expect(judge(said, [known])).toMatchObject({ outcome: 'identical', visitId: 'v1' });
  });

  it.each([
    ['says something else', DAY_UNKNOWN('Feb 2023', 'band'), 'changed'],
    ['says nothing', DAY_UNKNOWN('Feb 2023', undefined), 'identical'],
  ])('is asked about where it %s', (_, summary, taken) => {
    const said = row({ ...month, summary });
    expect(judge(said, [known])).toMatchObject({
      ...{ outcome: 'handed_back', handedBackFor: 'same_day', visitId: 'v1' },
    });
    expect(judge({ ...said, sameDay: 'another' }, [known]).outcome).toBe('new');
    expect(judge({ ...said, sameDay: 'change' }, [known]).outcome).toBe(taken);
  });
});
