import type { EntityManager } from 'typeorm';
import { type ImportFindingEntity, sql, statement } from '@tracker/data';
import { BatchInsert } from './batch-insert';
import { storable } from './rejection-writer';

/** What an import found; what it does not mention is null. */
export type NewFinding = Pick<ImportFindingEntity, 'kind' | 'name'> &
  Partial<
    Pick<
      ImportFindingEntity,
      'urn' | 'line' | 'columnName' | 'value' | 'message' | 'successorUrn' | 'recommended'
    >
  >;

/** More are counted and not kept: nobody reads them. */
const MOST_VALUES_KEPT = 10_000;

const INSERT_FINDINGS = statement(
  'imports.insert-findings',
  (importId: string, findings: string) => sql`
  INSERT INTO import_findings
    (import_id, seq, kind, urn, name, line, column_name, value, message, successor_urn, recommended)
  SELECT ${importId}, f.seq, f.kind, f.urn, f.name, f.line, f."columnName", f.value, f.message,
    f."successorUrn", coalesce(f.recommended, false)
  FROM json_to_recordset(${findings}::json) AS f (seq int, kind text, urn int, name text, line int,
    "columnName" text, value text, message text, "successorUrn" int, recommended boolean)`,
);

/** Writes what an import found, in order. */
export class FindingWriter {
  valuesLeftOut = 0;
  private seq = 0;
  private readonly batch: BatchInsert<NewFinding & { seq: number }>;

  constructor(manager: EntityManager, importId: string) {
    this.batch = new BatchInsert((rows) => INSERT_FINDINGS.run(manager, importId, rows));
  }

  /** A value that was left out of a row that was taken. */
  async leftOut(finding: Omit<NewFinding, 'kind'>): Promise<void> {
    this.valuesLeftOut += 1;
    if (this.valuesLeftOut > MOST_VALUES_KEPT) return;
    await this.add({
      ...finding,
      kind: 'value_left_out',
      value: storable(finding.value ?? ''),
      message: storable(finding.message ?? ''),
    });
  }

  async add(finding: NewFinding): Promise<void> {
    this.seq += 1;
    await this.batch.add({ ...finding, seq: this.seq, name: storable(finding.name) });
  }

  flush(): Promise<void> {
    return this.batch.flush();
  }
}
