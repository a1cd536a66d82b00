import { checkSurvey, HAVE_YOUR_SAY, QUESTION_TYPES, visibleQuestions } from '..';

const { questions } = HAVE_YOUR_SAY;
const keys = questions.map(({ key }) => key);

it('can be published as it is', () => {
  expect(checkSurvey(questions)).toEqual([]);
  expect(questions.length).toBeGreaterThanOrEqual(30);
  expect([...new Set(questions.map(({ type }) => type))].sort()).toEqual(
    // Stages are for forms that judge; the visit asks for facts.
    QUESTION_TYPES.filter((type) => type !== 'stage').sort(),
  );
});

it.each([
  ['who leads music', ['music_lead_role']],
  ['with what training', ['music_lead_training']],
  ['curriculum minutes', ['minutes_early_years', 'minutes_ks1', 'minutes_ks2', 'minutes_ks3']],
  [
    'First Access',
    ['first_access', 'first_access_years', 'first_access_instruments', 'first_access_length'],
  ],
  ['lessons and remission', ['lessons', 'lesson_pupils', 'lesson_remission_pupils']],
  ['singing, ensembles, performances', ['choir', 'ensembles', 'performances']],
  ['budget', ['music_budget', 'budget_enough']],
  ['the National Plan', ['national_plan_known']],
  ['the plan', ['smdp_exists', 'smdp_published', 'smdp_address']],
  ['the toolkit', ['toolkit_audit']],
  ['inclusion', ['send_access', 'adapted_instruments', 'fsm_pupils_lessons']],
  ['needs', ['cpd_wanted', 'barriers', 'hub_could_do']],
])('asks about %s', (_, wanted) => expect(keys).toEqual(expect.arrayContaining(wanted)));

it('asks each phase what concerns it', () => {
  const asked = (phase: 'nursery' | 'primary' | 'secondary') =>
    visibleQuestions({ questions }, {}, [phase]).map(({ key }) => key);
  expect(asked('primary')).toContain('minutes_ks2');
  expect(asked('primary')).not.toContain('minutes_ks3');
  expect(asked('secondary')).toContain('ks4_music');
  expect(asked('secondary')).not.toContain('minutes_ks1');
  expect(asked('nursery')).not.toContain('first_access');
  expect(asked('nursery')).toContain('music_lead_role');
});
