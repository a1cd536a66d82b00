import { countAnswers } from './permission-answers';

const row = (role: string, place: string, status: string) => ({
  ancestorTitles: [`GET /api/users/{id} for ${role} at a school of ${place} region`],
  title: 'is allowed',
  status,
});

it('counts answers by route, role and region, and names what failed', () => {
  const other = { ancestorTitles: [], title: 'has a row for every route', status: 'failed' };
  const results = [row('head', 'own', 'passed'), row('admin', 'no', 'failed'), other];
  expect(countAnswers({ testResults: [{ assertionResults: results }] })).toEqual({
    routes: ['GET /api/users/{id}'],
    roles: ['head', 'admin'],
    places: ['own', 'no'],
    answers: 2,
    wrong: [
      'GET /api/users/{id} for admin at a school of no region: is allowed',
      'has a row for every route',
    ],
  });
});
