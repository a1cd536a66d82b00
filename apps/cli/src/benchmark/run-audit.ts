import { randomUUID } from 'node:crypto';
import {
  createDataSource,
  runMigrations,
  SchoolEntity,
  verifyAudit,
  writeAs,
} from '@tracker/server';
import type { DataSource } from 'typeorm';

const DATABASE = 'tracker_benchmark_audit';
const ROUNDS = 20;
const WRITES = 50;
const SCHOOLS = 500;

/**
 * Saves a school as the API does (one transaction: lock, change, save), in turns of some writes with
 * the audit trail and some without, and prints both medians. The database is dropped afterwards.
 */
export async function benchmarkAudit(serverUrl: string): Promise<void> {
  const admin = await createDataSource(serverUrl, 1).initialize();
  const url = new URL(serverUrl);
  url.pathname = `/${DATABASE}`;
  try {
    await admin.query(`DROP DATABASE IF EXISTS ${DATABASE} WITH (FORCE)`);
    await admin.query(`CREATE DATABASE ${DATABASE}`);
    const dataSource = await createDataSource(url.href, 2).initialize();
    try {
      await runMigrations(dataSource);
      await compare(dataSource);
    } finally {
      await dataSource.destroy();
    }
  } finally {
    await admin.query(`DROP DATABASE IF EXISTS ${DATABASE} WITH (FORCE)`);
    await admin.destroy();
  }
}

async function compare(dataSource: DataSource): Promise<void> {
  const ids = await someSchools(dataSource);
  const times: Record<'with' | 'without', number[]> = { with: [], without: [] };
  // The first round warms both up and is not counted.
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const way of ['without', 'with'] as const) {
      const action = way === 'with' ? 'ENABLE' : 'DISABLE';
      await dataSource.query(`ALTER TABLE schools ${action} TRIGGER USER`);
      for (let write = 0; write < WRITES; write += 1) {
        const id = ids[(round * WRITES + write) % ids.length] as string;
        const took = await timeOf(() => save(dataSource, id));
        if (round > 0) times[way].push(took);
      }
    }
  }
  const [audited, bare] = [median(times.with), median(times.without)];
  const more = ((audited / bare - 1) * 100).toFixed(0);
  console.log(
    `A write without the audit trail ${bare.toFixed(2)} ms, with it ${audited.toFixed(2)} ms: ` +
      `${more} % more (medians of ${times.with.length} each, in turns of ${WRITES})`,
  );
  const { entries, faults } = await verifyAudit(dataSource);
  console.log(`Entries in the trail: ${entries}; faults: ${faults.length}`);
}

/** What a change of a school's notes is to the database. */
async function save(dataSource: DataSource, id: string): Promise<void> {
  const actor = { kind: 'user', userId: randomUUID(), source: randomUUID() } as const;
  await writeAs(dataSource, actor, async (manager) => {
    const school = await manager.findOneOrFail(SchoolEntity, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
    school.notes = `Call before ten. ${randomUUID()}`;
    await manager.save(SchoolEntity, school);
  });
}

async function someSchools(dataSource: DataSource): Promise<string[]> {
  const rows: { id: string }[] = await dataSource.query(
    `INSERT INTO schools (urn, name, phase, establishment_type, status, in_scope, district, town,
       postcode, pupils, fsm_percent)
     SELECT 100000 + n, 'School ' || n, 'Primary', 'Community school', 'open', true,
       'East Hertfordshire', 'Ware', 'SG12 0AA', 200, 12.5
     FROM generate_series(1, $1::int) AS n RETURNING id`,
    [SCHOOLS],
  );
  return rows.map(({ id }) => id);
}

async function timeOf(work: () => Promise<void>): Promise<number> {
  const started = process.hrtime.bigint();
  await work();
  return Number(process.hrtime.bigint() - started) / 1e6;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
