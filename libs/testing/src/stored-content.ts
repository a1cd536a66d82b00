import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import type { DataSource } from 'typeorm';
import { fileContent, findFile } from '../../data/src/stored-files';

/** What a stored file holds. @throws where there is none, or it is not whole */
export async function storedContent(dataSource: DataSource, storedAs: string): Promise<Buffer> {
  const file = await findFile(dataSource, storedAs);
  if (!file) throw new Error('There is no such file.');
  return buffer(Readable.from(fileContent(dataSource, file)));
}
