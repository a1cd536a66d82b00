import { randomUUID } from 'node:crypto';
import { fileIsWhole, putFile, type Runner } from '@tracker/data';

/**
 * Stores the original of a plan.
 *
 * @param manager of the transaction that writes the document: there is neither without the other
 * @returns the document's `fileId`
 */
export async function storePlanFile(
  manager: Runner,
  content: AsyncIterable<Buffer | string>,
): Promise<string> {
  const id = randomUUID();
  const bytes = await putFile(manager, id, 'plan', content);
  await fileIsWhole(manager, id, bytes ?? 0);
  return id;
}
