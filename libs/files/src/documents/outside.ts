import { askOutside, outsideTask, type OutsideLimits } from '../outside';
import { readDocument, type ReadDocument } from './read-document';

interface DocumentOnDisk {
  path: string;
}

export async function* documentTask({ path }: DocumentOnDisk): AsyncGenerator<ReadDocument> {
  yield await readDocument(path);
}

const DOCUMENT = outsideTask<DocumentOnDisk, ReadDocument>(require.resolve('./outside'), 'documentTask');

/** A plan is read within seconds, or something is wrong with it. */
const FOR_A_DOCUMENT: OutsideLimits = {
  cpuSeconds: 8,
  seconds: 30,
  heapMegabytes: 200,
  megabytes: 300,
};

/**
 * What a document says, taken out of it in a process of its own with limits of time and memory.
 *
 * @throws UnreadableFileError with a sentence for the person who sent it; ReadingBusyError when too
 *   many wait
 */
export const readDocumentOutside = (
  path: string,
  limits: OutsideLimits = FOR_A_DOCUMENT,
): Promise<ReadDocument> => askOutside(DOCUMENT, { path }, limits);
