import { HAVE_YOUR_SAY, phasesOfSchool, validateAnswers } from '@tracker/domain';
import { buildDemoHub } from './demo-hub';
import { Random } from './random';
import { buildSurveys } from './surveys';

const TODAY = '2024-11-20';
const hub = buildDemoHub(TODAY, 'hash');
const built = buildSurveys(hub, TODAY, new Random('surveys'));

it('answers at most visits since the survey was published, and only those', () => {
  const held = hub.visits.filter(
    ({ visitedOn }) => visitedOn !== null && visitedOn >= '2023-09-01',
  );
  expect(built.responses.length).toBeGreaterThan(held.length * 0.7);
  expect(built.responses.length).toBeLessThan(held.length);
  const visits = new Set(held.map(({ id }) => id));
  expect(built.responses.every(({ visitId }) => visits.has(visitId ?? ''))).toBe(true);
});

it('gives answers that the rules take as complete', () => {
  const schools = new Map(hub.schools.map((school) => [school.id, school]));
  for (const { id, schoolId } of built.responses) {
    const school = schools.get(schoolId);
    if (!school) throw new Error('no school');
    const answers = Object.fromEntries(
      built.answers
        .filter(({ responseId }) => responseId === id)
        .map(({ questionKey, value }) => [questionKey, value]),
    );
    const asked = { phases: phasesOfSchool(school), complete: true };
    expect(validateAnswers(HAVE_YOUR_SAY, answers, asked)).toEqual({});
  }
});
