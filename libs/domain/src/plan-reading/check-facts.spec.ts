import { checkFacts, checkFactValue, FACT_BOUNDS } from './check-facts';
import type { PlanField } from './plan-fields';

type Checked = Exclude<PlanField, 'academicYears'>;
const hour = { stage: 'ks2', minutes: 60, qualifier: 'exact' };

it.each<[Checked, unknown, unknown]>([
  ['hubName', '  Northmere Music Hub ', 'Northmere Music Hub'],
  ['publishedOn', '2026-09', '2026-09'],
  ['reviewOn', '2027-07-14', '2027-07-14'],
  ['musicLead', ['Robin Vale', 'Robin Vale '], ['Robin Vale']],
  ['minutesPerWeek', [hour], [hour]],
  ['minutesPerWeek', [{ ...hour, minutes: 12.46 }], [{ ...hour, minutes: 12.5 }]],
  ['lessonMinutes', 50, 50],
  ['weekly', false, false],
  ['taughtBy', ['visiting'], ['visiting']],
  ['lessonCharging', 'charged_with_help', 'charged_with_help'],
  [
    'wholeClassInstrument',
    [{ years: ['y4'], instrument: 'clarinet' }],
    [{ years: ['y4'], instrument: 'clarinet', provider: null }],
  ],
  ['priorities', ['A choir for key stage 2'], ['A choir for key stage 2']],
])('%s takes %j', (field, value, kept) => {
  expect(checkFactValue(field, value)).toEqual({ value: kept, problem: null });
});

it.each<[Checked, unknown, RegExp]>([
  ['hubName', '', /^Music hub is empty. Say that it is not stated.$/],
  ['hubName', ['Hub'], /^Music hub is a text.$/],
  ['hubName', 'x'.repeat(FACT_BOUNDS.text + 1), /at most 300 characters/],
  ['publishedOn', '2026', /a day or a month, like 2026-09-14 or 2026-09/],
  ['publishedOn', '2026-13', /a day or a month/],
  ['reviewOn', '2026-02-30', /a day or a month/],
  ['musicLead', 'Robin Vale', /^Music lead is a list.$/],
  ['musicLead', [], /is empty/],
  ['musicLead', [7], /^Each of “Music lead” is a text.$/],
  ['schemes', Array(101).fill('Kapow'), /at most 100 entries/],
  ['minutesPerWeek', [{ ...hour, minutes: 3_001 }], /a number of minutes, 3,000 at most/],
  ['minutesPerWeek', [{ ...hour, minutes: -1 }], /a number of minutes/],
  ['minutesPerWeek', [{ ...hour, minutes: NaN }], /a number of minutes/],
  ['minutesPerWeek', [{ ...hour, stage: 'ks6' }], /is for eyfs, ks1 to ks5/],
  ['minutesPerWeek', [{ ...hour, qualifier: 'about' }], /is exact, at_least or average/],
  ['minutesPerWeek', [hour, { ...hour, minutes: 30 }], /^Minutes a week says a stage twice.$/],
  ['minutesPerWeek', [60], /has a stage, minutes and a qualifier/],
  ['lessonMinutes', '50', /a number of minutes/],
  ['weekly', 'yes', /true or false/],
  ['taughtBy', ['parents'], /class_teachers, music_specialist or visiting/],
  ['modelMusicCurriculum', 'no', /is yes or partly/],
  ['wholeClassInstrument', [{ years: [], instrument: null }], /names years or an instrument/],
  ['wholeClassInstrument', [{ years: ['y14'], instrument: 'flute' }], /is for eyfs/],
])('%s refuses %j', (field, value, problem) => {
  expect(checkFactValue(field, value)).toEqual({
    value: null,
    problem: expect.stringMatching(problem),
  });
});

describe('what somebody made of a reading', () => {
  const suggested = { hubName: 'Northmere Music Hub', weekly: true, schemes: null };

  it('keeps what was right, the value of what was changed, and nothing of what is not stated', () => {
    const { facts, problems } = checkFacts(
      [
        { field: 'hubName', outcome: 'right' },
        { field: 'weekly', outcome: 'not_stated' },
        { field: 'schemes', outcome: 'changed', value: ['Kapow'] },
      ],
      suggested,
    );
    expect(problems).toEqual([]);
    expect(facts.map(({ value }) => value)).toEqual(['Northmere Music Hub', null, ['Kapow']]);
  });

  it('names each field that lacks an outcome, and whatever else is wrong', () => {
    const { problems } = checkFacts(
      [
        { field: 'schemes', outcome: 'right' },
        { field: 'colour', outcome: 'right' },
        { field: 'weekly', outcome: 'right', value: true },
        { field: 'weekly', outcome: 'right' },
      ],
      suggested,
    );
    expect(problems).toEqual([
      {
        field: 'facts.schemes',
        message: 'Nothing was read of “Schemes of work” that could be right.',
      },
      { field: 'facts.colour', message: 'A plan has no field “colour”.' },
      { field: 'facts.weekly', message: 'A value of “Music every week” goes with changed alone.' },
      { field: 'facts.weekly', message: 'Music every week was sent twice.' },
      {
        field: 'facts.hubName',
        message: 'Say of “Music hub” whether it is right, changed or not stated.',
      },
    ]);
  });
});
