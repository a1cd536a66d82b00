import { checkSurvey, phasesOfSchool, validateAnswers } from '@tracker/domain';
import { buildDemoHub } from './demo-hub';
import { Random } from './random';
import { buildSurveys } from './surveys';

const TODAY = '2024-11-20';
const hub = buildDemoHub(TODAY, 'hash');
const built = buildSurveys(hub, TODAY, new Random('surveys'));

it('answers at most visits since the survey was first published, each to the version of its year', () => {
  const held = hub.visits.filter(
    ({ visitedOn }) => visitedOn !== null && visitedOn >= '2023-09-01',
  );
  const atVisits = built.responses.filter(({ source }) => source === 'visit');
  expect(atVisits.length).toBeGreaterThan(held.length * 0.7);
  expect(atVisits.length).toBeLessThan(held.length);
  expect(atVisits.length).toBeGreaterThan(100);
  const visits = new Set(held.map(({ id }) => id));
  expect(atVisits.every(({ visitId }) => visits.has(visitId ?? ''))).toBe(true);
  const [last, present] = built.versions;
  const since = (day: string) => (day < '2024-09-01' ? last?.id : present?.id);
  for (const { answeredOn, surveyVersionId } of built.responses) {
    expect(surveyVersionId).toBe(since(answeredOn));
  }
});

it('has schools that answered by themselves before a visit to come', () => {
  const own = built.responses.filter(({ source }) => source === 'school');
  expect(own).toHaveLength(6);
  expect(own.every(({ answeredOn, filledInBy }) => answeredOn < TODAY && filledInBy)).toBe(true);
});

it('keeps the keys of the questions that stay from one year to the next', () => {
  const keys = built.versions.map(({ questions }) => questions.map(({ key }) => key));
  const [before = [], now = []] = keys;
  expect(now.filter((key) => !before.includes(key))).toEqual([
    ...['toolkit_audit', 'adapted_instruments'],
  ]);
  expect(before.every((key) => now.includes(key))).toBe(true);
  const [last, present] = built.versions.map(({ questions }) => questions);
  expect(checkSurvey(last ?? [])).toEqual([]);
  expect(checkSurvey(present ?? [], last)).toEqual([]);
});

it('gives answers that the rules take as complete', () => {
  const schools = new Map(hub.schools.map((school) => [school.id, school]));
  const versions = new Map(built.versions.map((version) => [version.id, version]));
  for (const { id, schoolId, surveyVersionId } of built.responses) {
    const school = schools.get(schoolId ?? '');
    if (!school) throw new Error('no school');
    const answers = Object.fromEntries(
      built.answers
        .filter(({ responseId }) => responseId === id)
        .map(({ questionKey, value }) => [questionKey, value]),
    );
    const asked = { phases: phasesOfSchool(school), complete: true };
    expect(
      validateAnswers(versions.get(surveyVersionId) ?? { questions: [] }, answers, asked),
    ).toEqual({});
  }
});
