import { refreshPriorityScores } from '@tracker/work';
import { createTestDatabase, type TestDatabase } from '@tracker/testing';
import { HubNotEmptyError } from '../demo';
import { fillEngland } from './england';

const SIZE = { schools: 1_200, visits: 9_000, regions: 20 };
const TODAY = '2026-11-21';
jest.setTimeout(60_000);

describe('fillEngland', () => {
  let database: TestDatabase;
  const count = async (sql: string): Promise<number> => {
    const [row]: { n: number }[] = await database.dataSource.query(
      `SELECT count(*)::int AS n ${sql}`,
    );
    return row?.n ?? -1;
  };

  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(async () => database?.drop());

  it('makes as many schools, visits and regions as asked for', async () => {
    const counts = await fillEngland(database.dataSource, SIZE, TODAY);
    expect(counts).toMatchObject({ schoolsInScope: 1_200, schools: 1_300, visits: 9_000 });
    expect(await count('FROM regions')).toBe(20);
    expect(await count('FROM schools WHERE region_id IS NULL')).toBe(0);
    expect(await count('FROM school_lineage')).toBe(1_400);
    expect(counts.actions).toBeGreaterThan(50);
    expect(counts.plans).toBeGreaterThan(500);
    expect(counts.contacts).toBeGreaterThan(1_900);
  });

  it('visits on weekdays of the past, some of them at predecessors', async () => {
    expect(await count(`FROM visits WHERE visited_on >= '${TODAY}'`)).toBe(0);
    expect(await count('FROM visits WHERE extract(isodow FROM visited_on) > 5')).toBe(0);
    expect(
      await count(
        'FROM visits v JOIN schools s ON s.id = v.school_id WHERE v.visited_on > s.closed_on',
      ),
    ).toBe(0);
    expect(
      await count(`FROM visits v JOIN schools s ON s.id = v.school_id WHERE s.status = 'closed'`),
    ).toBeGreaterThan(100);
  });

  it('leaves schools in every state to rank', async () => {
    expect(await refreshPriorityScores(database.dataSource, TODAY)).toEqual({
      schools: 1_200,
      changed: 1_200,
    });
    for (const state of ['never_visited', 'overdue', 'due', 'on_track']) {
      expect(await count(`FROM priority_scores WHERE state = '${state}'`)).toBeGreaterThan(40);
    }
  });

  it('refuses a database that has records', async () => {
    await expect(fillEngland(database.dataSource, SIZE, TODAY)).rejects.toThrow(HubNotEmptyError);
  });
});
