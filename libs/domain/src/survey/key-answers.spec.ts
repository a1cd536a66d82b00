import { HAVE_YOUR_SAY } from './have-your-say';
import { keyAnswers } from './key-answers';
import { newQuestion, type SurveyAnswers } from './question';

const on = (answers: SurveyAnswers) =>
  Object.fromEntries(
    Object.entries(answers).map(([key, answer]) => [key, { answer, on: '2024-10-01' }]),
  );

describe('the answers to read before a visit', () => {
  it('are those to the key questions, in words and in the order of the survey', () => {
    const known = on({
      barriers: ['money', 'space'],
      performances: 3,
      first_access: true,
      first_access_years: ['y4'],
      music_lead_role: 'nobody',
    });
    expect(keyAnswers(HAVE_YOUR_SAY.questions, known, ['primary'])).toEqual(
      [
        ...[['music_lead_role', 'Who leads music at your school?', 'Nobody at present']],
        ...[['first_access', expect.stringContaining('First Access'), 'Yes']],
        ...[['first_access_years', 'In which years?', 'Year 4']],
        ...[['barriers', 'What keeps you from doing more music?', 'Money, Space']],
      ].map(([key, question, answer]) => ({ key, question, answer, on: '2024-10-01' })),
    );
  });

  it('leave out what another answer hides and what the phase is not asked', () => {
    const known = on({ first_access: false, first_access_years: ['y4'], lesson_pupils: 4 });
    expect(keyAnswers(HAVE_YOUR_SAY.questions, known, ['primary']).map(({ key }) => key)).toEqual([
      'first_access',
    ]);
    expect(keyAnswers(HAVE_YOUR_SAY.questions, known, ['nursery'])).toEqual([]);
  });

  it('of a survey without any of those questions are to its required ones, else to its first', () => {
    const ask = (key: string, required: boolean) =>
      newQuestion({ key, type: 'yes_no', text: key, required });
    const own = [ask('a', false), ask('b', true), ask('c', false)];
    const keys = (answers: SurveyAnswers) =>
      keyAnswers(own, on(answers), ['primary']).map(({ key }) => key);
    expect(keys({ a: true, b: false, c: true })).toEqual(['b']);
    expect(keys({ a: true, c: true })).toEqual(['a', 'c']);
    const long = Array.from({ length: 30 }, (_, i) => ask(`q${i}`, false));
    const all = on(Object.fromEntries(long.map(({ key }) => [key, true])));
    expect(keyAnswers(long, all, ['primary'])).toHaveLength(10);
  });
});
