import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createTestDatabase } from '@tracker/testing';
import { countsOf, ImportBench } from '@tracker/testing/imports';
import { decideOnSchools } from './register-decisions';

// The DfE's own files are large and not ours to keep here; where they are at hand they are read.
const FOLDER = resolve(__dirname, '../../../../../shared/data/gias');
const file = (name: string) => readFileSync(join(FOLDER, name));
const none = { created: 0, updated: 0, unchanged: 0, closed: 0, rejected: 0 };

async function withRealFiles(walk: (bench: ImportBench) => Promise<void>): Promise<void> {
  if (!existsSync(FOLDER)) {
    expect(existsSync(FOLDER)).toBe(false);
    return;
  }
  const database = await createTestDatabase();
  const bench = await ImportBench.open(database.dataSource);
  try {
    await walk(bench);
  } finally {
    await bench.close();
    await database.drop();
  }
}

const ALL_2023 = 'hertfordshire_all_statuses_202311.csv';
const OPEN_2025 = 'hertfordshire.csv';
const LINKS = 'links_hertfordshire_20250422.csv';
const CONVERTED = ['St Dominic Catholic Primary School', 'Forres Primary Academy'];

it.each([
  ['the older register first', [ALL_2023, OPEN_2025, LINKS]],
  ['the younger register first', [OPEN_2025, ALL_2023, LINKS]],
  ['the links first', [LINKS, ALL_2023, OPEN_2025]],
  ['each twice', [ALL_2023, ALL_2023, OPEN_2025, OPEN_2025, LINKS, LINKS]],
])(
  'comes to 531 schools and the colleges once the offers are taken: %s',
  (_, names) =>
    withRealFiles(async (bench) => {
      const { dataSource } = bench;
      for (const name of names) {
        await bench.import(name === LINKS ? 'school-links' : 'schools', file(name));
      }
      const [{ id: userId }]: [{ id: string }] = await dataSource.query(
        `INSERT INTO users (name, email, role) VALUES ('A', 'a@hub.example', 'head') RETURNING id`,
      );
      const offered: { importId: string; offers: number }[] = await dataSource.query(
        `SELECT import_id AS "importId", count(*)::int AS offers FROM import_findings
         WHERE kind IN ('not_listed', 'beside_successor') GROUP BY 1`,
      );
      expect(offered.reduce((sum, { offers }) => sum + offers, 0)).toBe(19);
      for (const { importId } of offered) {
        await dataSource.transaction((manager) =>
          decideOnSchools(manager, { importId, decision: 'close', ids: null, userId }),
        );
      }
      const inScope = `SELECT count(*)::int AS schools,
          count(*) FILTER (WHERE establishment_type IN ('Further education',
            'Special post 16 institution', 'Non-maintained special school'))::int AS others
        FROM schools WHERE in_scope`;
      expect(await dataSource.query(inScope)).toEqual([{ schools: 537, others: 6 }]);
      // Each stands once, and has the school before it in its line.
      const lines = await dataSource.query(
        `SELECT s.name, count(l.ancestor_id)::int - 1 AS before FROM schools s
         JOIN school_lineage l ON l.school_id = s.id
         WHERE s.in_scope AND s.name = ANY ($1) GROUP BY s.id ORDER BY 1`,
        [CONVERTED],
      );
      expect(lines).toEqual(CONVERTED.sort().map((name) => ({ name, before: 1 })));
    }),
  120_000,
);

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
