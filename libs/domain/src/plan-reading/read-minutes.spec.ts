import { said, readText } from './testing/read-text';
import { hourState, minutesOfKeyStage } from './the-hour';
import type { MinutesPerWeek } from './read-minutes';

const short = (entries: unknown) =>
  ((entries ?? []) as MinutesPerWeek[]).map(
    ({ stage, minutes, qualifier }) =>
      `${stage} ${minutes}${{ exact: '', at_least: '+', average: '~' }[qualifier]}`,
  );

describe('minutes a week', () => {
  it.each([
    ['Year 7 – 3 hours per fortnight', ['y7 90']],
    ['Year 9 – 11 – 5 hours per fortnight', ['y9 150', 'y10 150', 'y11 150']],
    ['KS1 and KS2 have two 50-minute lessons a week.', ['ks1 100', 'ks2 100']],
    ['In Year 8 music is taught for an hour every three weeks.', ['y8 20']],
    ['Key Stage 3 has one lesson of 75 minutes every six weeks.', ['ks3 12.5']],
    ['Weekly music lessons (1+ hour) across all key stages.', ['all 60+']],
    ['Each class has one hour of music in half of the half terms.', ['all 30~']],
    ['KS1 have 30 minutes of music a week and KS2 have 1 hour per week.', ['ks1 30', 'ks2 60']],
    [
      'One hour of music a week in Key Stage 3, three hours at Key Stage 4 and five hours at Key Stage 5.',
      ['ks3 60', 'ks4 180', 'ks5 300'],
    ],
    ['Every class has a weekly music lesson lasting 45 minutes.', ['all 45']],
    ['Year 7 and 8: 2 x 50 minute lessons per week', ['y7 100', 'y8 100']],
    [
      'Students in Years 7-9 receive one 60-minute lesson per fortnight.',
      ['y7 30', 'y8 30', 'y9 30'],
    ],
    ['Music is taught for at least 40 minutes every week.', ['all 40+']],
    ['Reception have 20 minutes and Year 1 30 minutes each week.', ['eyfs 20', 'y1 30']],
    ['Lessons are 30 to 45 minutes each week in all classes.', ['all 30+']],
    ['Each class has on average 50 minutes a week.', ['all 50~']],
    ['Pupils have an hour and a half of music every week.', ['all 90']],
    ['Half an hour of music is taught weekly in Key Stage 1.', ['ks1 30']],
    ['KS3 students have music for 1 hour 40 minutes over a two-week timetable.', ['ks3 50']],
    ['GCSE pupils have three one-hour lessons a week.', ['ks4 180']],
    ['Music lessons take place weekly. Lessons last 45 minutes.', ['all 45']],
    ['Year 7: 1 hour per week; Year 8: 1 hour per fortnight.', ['y7 60', 'y8 30']],
  ])('of %s', (text, minutes) => expect(short(said('minutesPerWeek', text))).toEqual(minutes));

  it.each([
    'Lessons last 45 minutes.',
    'All classes are taught music weekly.',
    'Classes receive four units of about six weeks.',
    'Pupils have one afternoon a week for music and drama.',
    'The choir meets for 45 minutes each week.',
    'We have a 20 minute singing assembly every week.',
    'Individual lessons of 20 minutes take place weekly.',
    'We would like to teach music for an hour a week.',
    'This is about what we teach in lesson time, how much time is spent teaching music.',
    'Children have up to an hour of music a week.',
  ])('are not in %s', (text) => expect(said('minutesPerWeek', text)).toBeNull());

  it('are those of a table', () => {
    const text = 'Year group | Minutes per week\nYear 7 | 60\nYear 8 | 50';
    expect(short(said('minutesPerWeek', text))).toEqual(['y7 60', 'y8 50']);
  });

  it('are no lesson’s in Part B', () => {
    expect(
      said('minutesPerWeek', 'One hour a week is for rock band.', 'Part B: Co-curricular music'),
    ).toBeNull();
  });
});

it.each([
  ['A 45 minute lesson each week', 45],
  ['Lessons last for an hour.', 60],
  ['Lessons are 50 minutes and take place weekly.', 50],
  ['One hour of music a week', null],
  ['KS1 have 30 minute lessons and KS2 60 minute lessons.', null],
])('length of a lesson in %s: %s', (text, minutes) =>
  expect(said('lessonMinutes', text)).toBe(minutes),
);

it.each([
  ['All classes are taught music weekly.', true],
  ['Each class has one music lesson every week.', true],
  ['Pupils have one hour of music per week.', true],
  ['Music is taught for two hours per fortnight.', null],
  ['Technology is used weekly in music.', null],
  ['The choir rehearses every week.', null],
  ['A weekly singing assembly is part of music.', null],
])('every week, by %s: %s', (text, weekly) => expect(said('weekly', text)).toBe(weekly));

describe('the hour', () => {
  const entry = (stage: string, minutes: number): MinutesPerWeek => ({
    stage,
    minutes,
    qualifier: 'exact',
  });
  const years = [entry('y7', 90), entry('y8', 60), entry('y9', 150), entry('ks1', 45)];
  it('is of the smallest of a key stage’s years', () => {
    expect(minutesOfKeyStage(years, 'ks3')).toBe(60);
    expect([hourState(years, 'ks3'), hourState(years, 'ks1'), hourState(years, 'ks2')]).toEqual([
      ...['met', 'not_met', 'not_known'],
    ]);
    expect(hourState([entry('all', 60)], 'ks2')).toBe('met');
  });
});

it('the national plan’s list is the school’s statement, and a person has to ask', () => {
  const { fields, warnings } = readText(
    'We offer the key features of the national plan:\n- timetabled curriculum music of at least one hour each week for key stages 1 to 3\n- access to lessons across a range of instruments, and voice\n- a school choir or vocal ensemble\n- a school ensemble, band or group\n- space for rehearsals\n- a termly school performance\n- opportunity to enjoy live performance at least once a year',
  );
  expect(short(fields.minutesPerWeek.value)).toEqual(['ks1 60+', 'ks2 60+', 'ks3 60+']);
  expect([fields.performances.value, fields.liveMusic.value, fields.lessonsOffered.value]).toEqual([
    'termly',
    'yearly',
    true,
  ]);
  expect([fields.minutesPerWeek.mark, fields.performances.mark]).toEqual(['unsure', 'unsure']);
  expect(warnings.map(({ key }) => key)).toEqual(['no_year', 'national_plan_list_copied']);
});
