import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createTestDatabase } from '../../testing';
import { countsOf, ImportBench } from '../../testing/imports';

// The DfE's own files are large and not ours to keep here; where they are at hand they are read.
const FOLDER = resolve(__dirname, '../../../../../shared/data/gias');
const file = (name: string) => readFileSync(join(FOLDER, name));
const none = { created: 0, updated: 0, unchanged: 0, closed: 0, rejected: 0 };

it('takes the real files of Hertfordshire, each once', async () => {
  if (!existsSync(FOLDER)) {
    expect(existsSync(FOLDER)).toBe(false);
    return;
  }
  const database = await createTestDatabase();
  const bench = await ImportBench.open(database.dataSource);
  try {
    const twice = async (kind: Parameters<ImportBench['import']>[0], name: string) => [
      countsOf(await bench.import(kind, file(name))),
      countsOf(await bench.import(kind, file(name))),
    ];
    expect(await twice('schools', 'hertfordshire.csv')).toEqual([
      { ...none, created: 531 },
      { ...none, unchanged: 531 },
    ]);
    const extract = 'hertfordshire_edubasealldata_reconstructed.csv';
    expect(await twice('schools', extract)).toEqual([
      { ...none, created: 446, updated: 529, unchanged: 2 },
      { ...none, unchanged: 977 },
    ]);
    expect(await twice('school-links', 'links_hertfordshire_20250422.csv')).toEqual([
      { ...none, created: 260 },
      { ...none, unchanged: 260 },
    ]);
    expect((await twice('school-census', 'census_2022-23_919.csv'))[1]).toEqual({
      ...{ ...none, unchanged: 585 },
    });
    // The "state-funded" file lists open schools alone: it closes nothing and wipes no figure.
    const before = 'SELECT count(*) FROM schools WHERE status = $1 AND pupils IS NOT NULL';
    const closed = await database.dataSource.query(before, ['closed']);
    const open = await database.dataSource.query(before, ['open']);
    await bench.import('schools', file('hertfordshire.csv'));
    expect(await database.dataSource.query(before, ['closed'])).toEqual(closed);
    expect(await database.dataSource.query(before, ['open'])).toEqual(open);
  } finally {
    await bench.close();
    await database.drop();
  }
}, 60_000);
