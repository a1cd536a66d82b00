import { randomUUID } from 'node:crypto';
import { createEmptyDatabase, type TestDatabase } from '@tracker/testing';
import { BY_ITS_VALUES, MOST_PREPARED, MOST_TEXTS, PreparingClient } from './preparing-client';

let database: TestDatabase;
let client: PreparingClient;
beforeAll(async () => {
  database = await createEmptyDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  client = new PreparingClient({ connectionString: database.url });
  await client.connect();
});
afterEach(() => client.end());

const ask = (text: string, values?: unknown[]): Promise<{ rows: object[] }> =>
  client.query(text, values) as Promise<{ rows: object[] }>;

const prepared = async (of = ''): Promise<number> => {
  const { rows } = await ask('SELECT statement FROM pg_prepared_statements');
  return rows.filter((row) => JSON.stringify(row).includes(of)).length;
};

/** A text that nobody has asked before. */
const another = () => `SELECT $1::int AS "${randomUUID()}"`;

it('prepares a statement with values when it is asked a second time, and once', async () => {
  const text = another();
  for (const expected of [0, 1, 1]) {
    const { rows } = await ask(text, [7]);
    expect(Object.values(rows[0] as object)).toEqual([7]);
    expect(await prepared()).toBe(expected);
  }
  await ask('SELECT 1');
  await ask('SELECT 1');
  expect(await prepared()).toBe(1);
});

it('leaves alone what is to be planned by its values', async () => {
  const text = BY_ITS_VALUES + another();
  for (let times = 0; times < 3; times += 1) await ask(text, [times]);
  expect(await prepared()).toBe(0);
});

it('keeps no more on one connection than the bound, and answers all the same', async () => {
  for (let n = 0; n <= MOST_PREPARED; n += 1) {
    const text = another();
    await ask(text, [n]);
    const { rows } = await ask(text, [n]);
    expect(Object.values(rows[0] as object)).toEqual([n]);
  }
  expect(await prepared()).toBe(MOST_PREPARED);
});

it('forgets the text that was longest not asked for, which is then asked a first time again', async () => {
  const [forgotten, known] = [another(), another()];
  await ask(forgotten, [1]);
  await ask(known, [1]);
  for (let n = 2; n <= MOST_TEXTS; n += 1) await ask(another(), [n]);
  await ask(known, [1]);
  expect(await prepared()).toBe(1);
  await ask(forgotten, [1]);
  expect(await prepared()).toBe(1);
  await ask(forgotten, [1]);
  expect(await prepared()).toBe(2);
});

it('goes on after a statement that cannot be parsed or is given what it cannot take', async () => {
  const wrong = `SELECT nothing FROM nowhere WHERE id = $1 -- ${randomUUID()}`;
  const text = another();
  for (let times = 0; times < 3; times += 1) {
    await expect(ask(wrong, [1])).rejects.toThrow('nowhere');
    await expect(ask(text, ['no number'])).rejects.toThrow('integer');
    expect(Object.values((await ask(text, [times])).rows[0] as object)).toEqual([times]);
  }
});

describe('when a column has become another beneath it', () => {
  const table = () => `changed_${randomUUID().slice(0, 8)}`;
  const change = (name: string) =>
    database.dataSource.query(`ALTER TABLE ${name} ALTER COLUMN said TYPE text`);

  async function known(): Promise<{ name: string; text: string }> {
    const name = table();
    await database.dataSource.query(`CREATE TABLE ${name} (said int)`);
    await database.dataSource.query(`INSERT INTO ${name} VALUES (5)`);
    const text = `SELECT said FROM ${name} WHERE $1::int > 0`;
    for (let times = 0; times < 3; times += 1) await ask(text, [1]);
    expect(await prepared(name)).toBe(1);
    return { name, text };
  }

  it('answers a statement of its own without a fault', async () => {
    const { name, text } = await known();
    await change(name);
    expect((await ask(text, [1])).rows).toEqual([{ said: '5' }]);
    expect((await ask(text, [1])).rows).toEqual([{ said: '5' }]);
  });

  it('fails the transaction in which it met it, and no other', async () => {
    const { name, text } = await known();
    await change(name);
    await ask('BEGIN');
    await expect(ask(text, [1])).rejects.toThrow('cached plan');
    await ask('ROLLBACK');
    await ask('BEGIN');
    expect((await ask(text, [1])).rows).toEqual([{ said: '5' }]);
    await ask('COMMIT');
  });
});
