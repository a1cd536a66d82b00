import type { PlanField, PlanFieldValue } from '../plan-reading';
import type { SurveyAnswer } from '../survey';
import { planAgainstSurvey } from './plan-against-survey';
import { planFactsInShort } from './plan-facts-in-short';
import { planWarningsInShort } from './plan-warnings-in-short';

type Facts = Partial<Record<PlanField, PlanFieldValue | null>>;

const factsOf = (facts: Facts) =>
  Object.entries(facts).map(([field, value]) => ({ field: field as PlanField, value }));
const planOf = (facts: Facts) => ({
  ...{ academicYear: '2026-27', lastAcademicYear: '2026-27' },
  facts: factsOf(facts),
});
const surveyOf = (answers: Record<string, SurveyAnswer>, on = '2024-11-12') =>
  Object.fromEntries(Object.entries(answers).map(([key, answer]) => [key, { answer, on }]));

const SEPTEMBER = { publishedOn: '2026-09' };
const minutes = (
  stage: string,
  count: number,
  qualifier: 'exact' | 'at_least' | 'average' = 'exact',
) => ({
  ...{ stage, minutes: count, qualifier },
});
const ukulele = { years: ['y4'], instrument: 'ukulele', provider: null };

describe('a plan against the survey', () => {
  it.each<[string, Facts, Record<string, SurveyAnswer>, string[]]>([
    [
      'other minutes',
      { ...SEPTEMBER, minutesPerWeek: [minutes('ks3', 60)] },
      { minutes_ks3: 30 },
      [
        'Key stage 3: the plan of September 2026 says 60 minutes, the survey of Tue 12 Nov 2024 said 30.',
      ],
    ],
    [
      'minutes of each stage, the smallest of its years',
      { minutesPerWeek: [minutes('eyfs', 30), minutes('y3', 50, 'average'), minutes('y5', 60)] },
      { minutes_early_years: 20, minutes_ks1: 60, minutes_ks2: 60 },
      [
        'Early years: the plan for 2026-27 says 30 minutes, the survey of Tue 12 Nov 2024 said 20.',
        'Key stage 2: the plan for 2026-27 says 50 minutes on average, the survey of Tue 12 Nov 2024 said 60.',
      ],
    ],
    [
      'less than at least so many',
      { publishedOn: '2026-08-26', minutesPerWeek: [minutes('all', 60, 'at_least')] },
      { minutes_ks1: 45, minutes_ks2: 75 },
      [
        'Key stage 1: the plan of Wed 26 Aug 2026 says at least 60 minutes, the survey of Tue 12 Nov 2024 said 45.',
      ],
    ],
    [
      'no First Access',
      {
        ...SEPTEMBER,
        wholeClassInstrument: [ukulele, { years: [], instrument: null, provider: 'HMS' }],
      },
      { first_access: false },
      [
        'First Access: the plan of September 2026 says yes (ukulele in year 4), the survey of Tue 12 Nov 2024 said no.',
      ],
    ],
    [
      'First Access in other years',
      { ...SEPTEMBER, wholeClassInstrument: [ukulele, { ...ukulele, years: ['y9'] }] },
      { first_access: true, first_access_years: ['y4', 'y3'] },
      [
        'First Access: the plan of September 2026 says year 4 and later years, the survey of Tue 12 Nov 2024 said years 3 and 4.',
      ],
    ],
    [
      'no plan',
      SEPTEMBER,
      { smdp_exists: 'no', smdp_published: false },
      [
        'The plan of September 2026 is on record, the survey of Tue 12 Nov 2024 said that the school has none.',
      ],
    ],
    [
      'a plan being written',
      {},
      { smdp_exists: 'in_progress' },
      [
        'The plan for 2026-27 is on record, the survey of Tue 12 Nov 2024 said that it was being written.',
      ],
    ],
    [
      'a plan not published',
      SEPTEMBER,
      { smdp_exists: 'yes', smdp_published: false },
      [
        'Published: the plan of September 2026 says that it is, the survey of Tue 12 Nov 2024 said that it is not.',
      ],
    ],
    [
      'nobody who leads',
      { ...SEPTEMBER, musicLead: ['Ash Rook', 'Jo Marsh'] },
      { music_lead_role: 'nobody' },
      [
        'Who leads music: the plan of September 2026 names Ash Rook and Jo Marsh, the survey of Tue 12 Nov 2024 said nobody.',
      ],
    ],
  ])('says %s', (_, facts, answers, sentences) => {
    expect(planAgainstSurvey(planOf(facts), surveyOf(answers))).toEqual(sentences);
  });

  it.each<[string, Facts, Record<string, SurveyAnswer>]>([
    [
      'the survey is silent',
      {
        ...SEPTEMBER,
        minutesPerWeek: [minutes('ks3', 60)],
        wholeClassInstrument: [ukulele],
        musicLead: ['Ash Rook'],
      },
      {},
    ],
    [
      'the plan is silent',
      { ...SEPTEMBER, minutesPerWeek: null, musicLead: null },
      {
        minutes_ks3: 30,
        first_access: false,
        first_access_years: ['y4'],
        music_lead_role: 'nobody',
      },
    ],
    ['no day of publication is stated', {}, { smdp_published: false }],
    [
      'both say the same',
      {
        ...SEPTEMBER,
        minutesPerWeek: [minutes('ks2', 60), minutes('ks1', 45, 'at_least')],
        wholeClassInstrument: [ukulele],
        musicLead: ['Ash Rook'],
      },
      {
        minutes_ks2: 60,
        minutes_ks1: 50,
        first_access: true,
        first_access_years: ['y4'],
        music_lead_role: 'specialist',
        smdp_exists: 'yes',
        smdp_published: true,
      },
    ],
    [
      'not every class has its years',
      { wholeClassInstrument: [ukulele, { ...ukulele, years: ['ks1'] }] },
      { first_access: true, first_access_years: ['y3'] },
    ],
  ])('says nothing where %s', (_, facts, answers) => {
    expect(planAgainstSurvey(planOf(facts), surveyOf(answers))).toEqual([]);
  });

  it('dates each answer by itself', () => {
    const plan = planOf({ minutesPerWeek: [minutes('all', 60)] });
    const known = {
      ...surveyOf({ minutes_ks1: 30 }),
      ...surveyOf({ minutes_ks2: 40 }, '2025-10-02'),
    };
    expect(planAgainstSurvey(plan, known)).toEqual([
      'Key stage 1: the plan for 2026-27 says 60 minutes, the survey of Tue 12 Nov 2024 said 30.',
      'Key stage 2: the plan for 2026-27 says 60 minutes, the survey of Thu 2 Oct 2025 said 40.',
    ]);
  });
});

it.each<[string, Facts, string[]]>([
  ['nothing of a plan that states nothing', { schemes: null }, []],
  [
    'the hour, schemes and instrument before the rest',
    {
      minutesPerWeek: [minutes('ks1', 60), minutes('ks2', 60), minutes('ks3', 45)],
      ...{ schemes: ['Charanga', 'Kapow'], wholeClassInstrument: [ukulele] },
      ...{ lessonCharging: 'free', priorities: ['Buy recorders'] },
    },
    [
      'An hour a week in key stages 1 and 2; key stage 3: 45 minutes.',
      'Schemes: Charanga and Kapow.',
      'Whole classes learn: ukulele in year 4.',
    ],
  ],
  [
    'what it wants to do next',
    {
      schemes: ['Charanga'],
      lessonCharging: 'charged_with_help',
      priorities: ['Start a choir.', 'x'],
    },
    [
      'Scheme: Charanga.',
      'Instrumental lessons are paid for, and there is help with it.',
      'Wants to do next: Start a choir.',
    ],
  ],
  [
    'a long wish cut short',
    { lessonCharging: 'charged', priorities: ['a'.repeat(200)] },
    ['Instrumental lessons are paid for.', `Wants to do next: ${'a'.repeat(119)}…`],
  ],
  [
    'what falls short of the hour alone',
    { minutesPerWeek: [minutes('ks2', 30)] },
    ['Key stage 2: 30 minutes.'],
  ],
])('of a plan it is short: %s', (_, facts, sentences) => {
  expect(planFactsInShort(factsOf(facts))).toEqual(sentences);
});

it('of its warnings it says two at most, and none that confirming has settled', () => {
  expect(planWarningsInShort(['no_year', 'two_years', 'other_school'])).toEqual([]);
  expect(
    planWarningsInShort(['not_on_own_site', 'sections_blank', 'no_year', 'other_hub']),
  ).toEqual([
    'The music hub named in it is not ours.',
    'There are headings with nothing under them.',
  ]);
});
