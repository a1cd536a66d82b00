import { Readable } from 'node:stream';
import { DEMO_FILLING, type Day } from '@tracker/domain';
import { createImport, runImport, storeUpload } from '@tracker/work';
import { writeAs } from '@tracker/data';
import type { DataSource } from 'typeorm';

/** So many schools have new figures in the file. */
const SCHOOLS = 30;

interface Figures {
  urn: number;
  pupils: number;
  fsmPercent: number;
}

/**
 * Imports a census file as the administrator would have done it: some schools have new figures, some
 * the old ones, and two rows cannot be taken. It is a real import, so it can be looked at and undone.
 *
 * @param dataDir where the file lies while it is read
 */
export async function importDemoCensus(
  dataSource: DataSource,
  { dataDir, today }: { dataDir: string; today: Day },
): Promise<void> {
  const schools: Figures[] = await dataSource.query(
    `SELECT urn, pupils, fsm_percent AS "fsmPercent" FROM schools
     WHERE in_scope AND pupils > 0 AND fsm_percent IS NOT NULL ORDER BY urn LIMIT $1`,
    [SCHOOLS],
  );
  const [admin]: { id: string }[] = await dataSource.query(
    `SELECT id FROM users WHERE role = 'admin' ORDER BY email LIMIT 1`,
  );
  const { id } = await writeAs(
    dataSource,
    { kind: 'command', userId: admin?.id ?? null, source: DEMO_FILLING },
    async (manager) =>
      createImport(manager, {
        kind: 'school-census',
        fileName: `england_census_${today.slice(0, 4)}.csv`,
        storedAs: await storeUpload(manager, Readable.from([censusOf(schools)])),
        requestedById: admin?.id ?? null,
      }),
  );
  await runImport(dataSource, id, { dataDir, today });
}

/**
 * Every other school has grown, and of most the share of free school meals is a little other than
 * before; in one row more pupils are eligible than on roll, and one is of a school not on record.
 */
function censusOf(schools: readonly Figures[]): string {
  const rows = schools.map(({ urn, pupils, fsmPercent }, index) => {
    const onRoll = index % 2 === 0 ? pupils + 3 + (index % 7) : pupils;
    const eligible = Math.round((pupils * fsmPercent) / 100);
    return [urn, onRoll, index === 5 ? onRoll + 40 : eligible];
  });
  return ['URN,NOR,NUMFSM', ...rows.map((row) => row.join()), '100001,212,31'].join('\n');
}
