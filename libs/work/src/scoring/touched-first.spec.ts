import type { DataSource } from 'typeorm';
import { markAllStale } from '@tracker/data';
import { createTestDatabase, type TestDatabase } from '@tracker/testing';
import { refreshPriorityScores } from './refresh-priority-scores';

const TODAY = '2024-11-20';
const SCHOOLS = 120;
let database: TestDatabase;
let dataSource: DataSource;
let school: string;
beforeAll(async () => {
  database = await createTestDatabase();
  ({ dataSource } = database);
  await dataSource.query(
    `INSERT INTO schools (urn, name, status, in_scope)
     SELECT 100000 + n, 'School', 'open', true FROM generate_series(1, $1) n`,
    [SCHOOLS],
  );
  await dataSource.query('INSERT INTO school_lineage SELECT id, id FROM schools');
  const [last]: { id: string }[] = await dataSource.query(
    'SELECT max(id::text) AS id FROM schools',
  );
  school = last?.id ?? '';
});
afterAll(() => database.drop());

/** How many schools each batch has ranked. */
async function batches(): Promise<number[]> {
  const sums: number[] = [0];
  await refreshPriorityScores(dataSource, TODAY, ({ schools }) => void sums.push(schools));
  return sums.slice(1).map((sum, batch) => sum - (sums[batch] ?? 0));
}
const visited = (on: string) =>
  dataSource.query(
    `INSERT INTO visits (school_id, status, visited_on) VALUES ($1, 'completed', $2)`,
    [school, on],
  );
const allStale = () => dataSource.transaction((manager) => markAllStale(manager));

it('what somebody has just written is ranked before all that waits', async () => {
  await batches();
  await allStale();
  await visited('2024-05-06');
  expect(await batches()).toEqual([1, SCHOOLS - 1]);
  const scores = await dataSource.query(
    'SELECT last_visited_on FROM priority_scores WHERE school_id = $1',
    [school],
  );
  expect(scores).toEqual([{ last_visited_on: '2024-05-06' }]);
});

it('it still is when everything turns stale after it', async () => {
  await visited('2024-06-07');
  await allStale();
  expect(await batches()).toEqual([1, SCHOOLS - 1]);
});

it('many that one statement changes wait for their turn', async () => {
  await dataSource.query('UPDATE schools SET fsm_percent = 20');
  expect(await batches()).toEqual([SCHOOLS]);
});
