import type { FastifyRequest } from 'fastify';
import { unacceptableField } from '../http/problem';
import { receiveParts, type SentFields, type SentFile } from '../http/receive-parts';

/** A file that has arrived, and what was said beside it. Whoever receives it forgets the file. */
export interface Upload extends SentFile {
  fields: SentFields;
}

/**
 * Takes a multipart request with one `file`, streaming it to the disk.
 *
 * @throws as `receiveParts`; 422 without a file. Nothing is left behind then.
 */
export async function receiveUpload(request: FastifyRequest, dataDir: string): Promise<Upload> {
  const { file, fields } = await receiveParts(request, dataDir, {
    undone: 'Nothing was imported;',
  });
  if (!file) throw unacceptableField('file', 'Choose a file to import.');
  return { ...file, fields };
}
