import { createHash } from 'node:crypto';
import {
  type Actor,
  getHubSettings,
  type PlanDocumentEntity,
  sql,
  statement,
  takeLock,
  writeAs,
} from '@tracker/data';
import { UnreadableFileError } from '@tracker/files';
import type { DataSource } from 'typeorm';
import { fetchDocument } from './fetch-document';
import type { Network } from '../fetching';
import { storePlanFile } from './plan-files';

const CAPTURED_ALREADY = statement(
  'plans.captured-already',
  (schoolId: string, sha256: string) => sql<{ id: string }>`
  SELECT id FROM plan_documents WHERE school_id = ${schoolId} AND sha256 = ${sha256}
    AND status IN ('reading', 'to_confirm', 'confirmed') LIMIT 1`,
);

const KEEP_FETCHED = statement(
  'plans.keep-fetched',
  (id: string, fileId: string, sha256: string, bytes: number) => sql<{ id: string }>`
  UPDATE plan_documents SET file_id = ${fileId}, sha256 = ${sha256}, bytes = ${bytes}
  WHERE id = ${id} AND status = 'reading' AND sha256 IS NULL RETURNING id`,
);

interface Fetching {
  /** The school's, as the register has it. */
  website: string | null;
  network?: Network;
}

/**
 * Gets a document from its address and stores it; `row` then has it.
 *
 * @throws UnreadableFileError when fetching is off by now, it cannot be got, or is captured already
 */
export async function fetchOriginal(
  dataSource: DataSource,
  actor: Actor,
  row: PlanDocumentEntity,
  { website, network }: Fetching,
): Promise<void> {
  const { fetchPlans } = await getHubSettings(dataSource.manager);
  if (!fetchPlans) throw new UnreadableFileError('Fetching is switched off.');
  const content = await fetchDocument(row.address ?? '', website, network && { network });
  if (content.length === 0) throw new UnreadableFileError('There is nothing at the address.');
  const sha256 = createHash('sha256').update(content).digest('hex');
  const fileId = await writeAs(dataSource, actor, async (manager) => {
    await takeLock(manager, 'planCapture', sha256);
    if (await CAPTURED_ALREADY.row(manager, row.schoolId, sha256)) {
      throw new UnreadableFileError('This document is captured already.');
    }
    const id = await storePlanFile(manager, one(content));
    if (!(await KEEP_FETCHED.row(manager, row.id, id, sha256, content.length))) {
      throw new UnreadableFileError('It was decided on meanwhile.');
    }
    return id;
  });
  Object.assign(row, { fileId, sha256, bytes: content.length });
}

async function* one(content: Buffer): AsyncGenerator<Buffer> {
  yield content;
}
