import { randomUUID } from 'node:crypto';
import type { School } from '@tracker/contract';
import { createUser, SchoolEntity, verifyAudit, writeAs } from '@tracker/data';
import type { DataSource, EntityManager } from 'typeorm';
import { withApi } from './own-api';
import { withOwnDatabase } from './own-database';
import { signIn } from './run-import';

const DATABASE = 'tracker_benchmark_audit';
const ROUNDS = 20;
const WRITES = 50;
const SCHOOLS = 500;
/** Schools changed by one statement, as the register of a county with its neighbours. */
const BULK = 5_000;
const BULK_ROUNDS = 5;
/** One person alone would be held up by the limit of requests a minute. */
const PEOPLE = 4;

/** Saves the notes of one school. */
type Save = (id: string, notes: string, audited: boolean) => Promise<unknown>;

/**
 * Saves schools in turns of some writes with the audit trail and some without, and prints both
 * medians: as a browser saves them, through the API, and as the bare transaction (lock, change,
 * save), and as an import does, thousands by one statement. The database is dropped afterwards.
 */
export async function benchmarkAudit(servers: {
  databaseUrl: string;
  redisUrl: string;
}): Promise<void> {
  await withOwnDatabase(servers.databaseUrl, DATABASE, (dataSource, url) =>
    compareBoth(dataSource, url, servers.redisUrl),
  );
}

async function compareBoth(
  dataSource: DataSource,
  databaseUrl: string,
  redisUrl: string,
): Promise<void> {
  const ids = await addSchools(dataSource, SCHOOLS);
  const password = randomUUID();
  const emails = Array.from({ length: PEOPLE }, (_, n) => `benchmark-${n}@demo.example`);
  for (const email of emails) {
    await createUser(dataSource, { name: 'Benchmark', role: 'head', regions: [], email, password });
  }
  await withApi({ DATABASE_URL: databaseUrl, REDIS_URL: redisUrl }, async (url) => {
    const calls = await Promise.all(emails.map((email) => signIn({ url, email, password })));
    let turn = 0;
    const versions = new Map<string, number>();
    const saveThere: Save = async (id, notes) => {
      const change = { notes, version: versions.get(id) ?? 1 };
      const call = calls[(turn += 1) % PEOPLE] as (typeof calls)[number];
      const { body } = await call<School>('PUT', `schools/${id}`, change);
      versions.set(id, body.version);
    };
    await compare('A save through the API', dataSource, ids, saveThere);
  });
  await compare('The bare transaction', dataSource, ids, (id, notes, audited) =>
    save(dataSource, id, notes, audited),
  );
  await compareBulk(dataSource);
  const { entries, faults } = await verifyAudit(dataSource);
  console.log(`Entries in the trail: ${entries}; faults: ${faults.length}`);
}

async function compare(
  title: string,
  dataSource: DataSource,
  ids: readonly string[],
  saveOne: Save,
): Promise<void> {
  const times: Record<'with' | 'without', number[]> = { with: [], without: [] };
  // The first round warms both up and is not counted.
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const way of ['without', 'with'] as const) {
      const action = way === 'with' ? 'ENABLE' : 'DISABLE';
      await dataSource.query(`ALTER TABLE schools ${action} TRIGGER USER`);
      for (let write = 0; write < WRITES; write += 1) {
        const id = ids[(round * WRITES + write) % ids.length] as string;
        const took = await timeOf(() =>
          saveOne(id, `Call before ten. ${randomUUID()}`, way === 'with'),
        );
        if (round > 0) times[way].push(took);
      }
    }
  }
  const [audited, bare] = [median(times.with), median(times.without)];
  const more = ((audited / bare - 1) * 100).toFixed(0);
  console.log(
    `${title} without the audit trail ${bare.toFixed(2)} ms, with it ${audited.toFixed(2)} ms: ` +
      `${more} % more (medians of ${times.with.length} each, in turns of ${WRITES})`,
  );
}

/** What an import does: many schools changed by one statement, sealed when the transaction ends. */
async function compareBulk(dataSource: DataSource): Promise<void> {
  await addSchools(dataSource, BULK - SCHOOLS);
  const times: Record<'with' | 'without', number[]> = { with: [], without: [] };
  for (let round = 0; round <= BULK_ROUNDS; round += 1) {
    for (const way of ['without', 'with'] as const) {
      await dataSource.query(
        `ALTER TABLE schools ${way === 'with' ? 'ENABLE' : 'DISABLE'} TRIGGER USER`,
      );
      const took = await timeOf(() =>
        writeAs(dataSource, { kind: 'import', source: randomUUID() }, (manager) =>
          manager.query(`UPDATE schools SET pupils = pupils + 1, version = version + 1`),
        ),
      );
      if (round > 0) times[way].push(took);
    }
  }
  const [audited, bare] = [median(times.with), median(times.without)];
  console.log(
    `${BULK} schools changed by one statement without the audit trail ${bare.toFixed(0)} ms, with it ` +
      `${audited.toFixed(0)} ms: ${(audited / bare).toFixed(1)} times, ` +
      `${(((audited - bare) * 1000) / BULK).toFixed(0)} µs more a row (medians of ${BULK_ROUNDS}, in turn)`,
  );
}

/** What a change of a school's notes is to the database; unaudited it need not say who makes it. */
async function save(
  dataSource: DataSource,
  id: string,
  notes: string,
  audited: boolean,
): Promise<void> {
  const actor = { kind: 'user', userId: randomUUID(), source: randomUUID() } as const;
  const work = async (manager: EntityManager) => {
    const school = await manager.findOneOrFail(SchoolEntity, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
    school.notes = notes;
    await manager.save(SchoolEntity, school);
  };
  await (audited ? writeAs(dataSource, actor, work) : dataSource.transaction(work));
}

/** Adds schools and gives their ids. */
async function addSchools(dataSource: DataSource, count: number): Promise<string[]> {
  const rows: { id: string }[] = await dataSource.query(
    `INSERT INTO schools (urn, name, phase, establishment_type, status, in_scope, district, town,
       postcode, pupils, fsm_percent)
     SELECT 100000 + n + (SELECT count(*) FROM schools), 'School ' || n, 'Primary', 'Community school', 'open', true,
       'East Hertfordshire', 'Ware', 'SG12 0AA', 200, 12.5
     FROM generate_series(1, $1::int) AS n RETURNING id`,
    [count],
  );
  return rows.map(({ id }) => id);
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const started = process.hrtime.bigint();
  await work();
  return Number(process.hrtime.bigint() - started) / 1e6;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
