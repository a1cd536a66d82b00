import type { ImportKind } from '@tracker/domain';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { DataSource } from 'typeorm';
import type { ImportEntity } from '../../data/src/database';
import { emptyTables } from './empty-tables';
import { createImport, runImport, storeUpload, type NewImport } from '../../work/src/imports';

export const TODAY = '2024-11-20';

/** A row of the register as the tests need it; what is left out is blank. */
export type RegisterRow = Record<string, string | number>;

const REGISTER_COLUMNS = [
  'URN',
  'LA (code)',
  'EstablishmentName',
  'TypeOfEstablishment (name)',
  'EstablishmentStatus (name)',
  'OpenDate',
  'CloseDate',
  'PhaseOfEducation (name)',
  'Street',
  'Town',
  'Postcode',
  'NumberOfPupils',
  'PercentageFSM',
  'Trusts (name)',
  'DistrictAdministrative (name)',
  'Easting',
  'Northing',
];

/** An open community school; every value can be overridden. */
export function registerRow(urn: number, over: RegisterRow = {}): RegisterRow {
  return {
    URN: urn,
    'LA (code)': '919',
    EstablishmentName: `School ${urn}`,
    'TypeOfEstablishment (name)': 'Community school',
    'EstablishmentStatus (name)': 'Open',
    'PhaseOfEducation (name)': 'Primary',
    Town: 'Ware',
    'DistrictAdministrative (name)': 'East Hertfordshire',
    NumberOfPupils: 200,
    PercentageFSM: '12.5',
    Easting: 535000,
    Northing: 214000,
    ...over,
  };
}

/** CSV with a header; cells with a comma or a quote are quoted. */
export function csvOf(rows: readonly RegisterRow[], columns = REGISTER_COLUMNS): string {
  const cell = (value: string | number = ''): string =>
    /[",\n]/.test(String(value)) ? `"${String(value).replaceAll('"', '""')}"` : String(value);
  const lines = rows.map((row) => columns.map((column) => cell(row[column])).join(','));
  return [columns.map(cell).join(','), ...lines, ''].join('\r\n');
}

/** The register without some of its columns. */
export const registerColumnsBut = (...left: string[]): string[] =>
  REGISTER_COLUMNS.filter((column) => !left.includes(column));

/** Imports into one database with a data folder of its own. */
export class ImportBench {
  private constructor(
    readonly dataSource: DataSource,
    readonly dataDir: string,
  ) {}

  static async open(dataSource: DataSource): Promise<ImportBench> {
    return new ImportBench(dataSource, await mkdtemp(join(tmpdir(), 'tracker-imports-')));
  }

  /** Stores and queues a file. */
  async queue(
    kind: ImportKind,
    content: string | Buffer,
    options: Partial<NewImport> = {},
  ): Promise<ImportEntity> {
    const file = Readable.from([Buffer.isBuffer(content) ? content : Buffer.from(content)]);
    return this.dataSource.transaction(async (manager) => {
      const storedAs = await storeUpload(manager, file);
      return createImport(manager, { kind, fileName: 'a.csv', storedAs, ...options });
    });
  }

  run(importId: string): Promise<ImportEntity> {
    return runImport(this.dataSource, importId, { dataDir: this.dataDir, today: TODAY });
  }

  /** Stores, queues and runs. */
  async import(
    kind: ImportKind,
    content: string | Buffer,
    options?: Partial<NewImport>,
  ): Promise<ImportEntity> {
    const { id } = await this.queue(kind, content, options);
    return this.run(id);
  }

  async rejections(importId: string): Promise<{ line: number; column: string; message: string }[]> {
    return this.dataSource.query(
      `SELECT line, column_name AS "column", message FROM rejected_rows
       WHERE import_id = $1 ORDER BY seq`,
      [importId],
    );
  }

  /** One school's row, by URN. */
  async school(urn: number): Promise<Record<string, unknown> | undefined> {
    const [row] = await this.dataSource.query('SELECT * FROM schools WHERE urn = $1', [urn]);
    return row as Record<string, unknown> | undefined;
  }

  /** Empties every table an import writes, and what hangs on it. */
  async clear(): Promise<void> {
    await emptyTables(this.dataSource, 'schools, school_links, imports, regions, users, visits');
  }

  async close(): Promise<void> {
    await rm(this.dataDir, { recursive: true, force: true });
  }
}

/** `3 created, 0 updated, ...` as one value to compare. */
export const countsOf = ({ created, updated, unchanged, closed, rejected }: ImportEntity) => ({
  created,
  updated,
  unchanged,
  closed,
  rejected,
});
