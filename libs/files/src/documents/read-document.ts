import { readFile, stat } from 'node:fs/promises';
import type { DocumentBlock, DocumentFormat, DocumentToRead } from '@tracker/domain';
import { blocksOfText } from '@tracker/domain/plan-reading';
import { UnreadableFileError } from '../reading/unreadable-file-error';
import { DOCUMENT_BOUNDS, DocumentSpent, SENTENCES } from './document-bounds';
import { readHtml } from './read-html';
import { readPdf } from './read-pdf';
import { readWord } from './read-word';
import { sniffDocument } from './sniff-document';

export interface ReadDocument extends DocumentToRead {
  format: DocumentFormat;
}

/**
 * What a document says, as blocks. It is read where whoever calls is: `readDocumentOutside` does so
 * in a process of its own.
 *
 * @throws UnreadableFileError with a sentence for the person who sent it
 */
export async function readDocument(path: string): Promise<ReadDocument> {
  const { size } = await stat(path);
  if (size > DOCUMENT_BOUNDS.bytes) throw new UnreadableFileError(SENTENCES.bytes);
  const bytes = await readFile(path);
  const sniffed = await sniffDocument(path, bytes);
  if ('problem' in sniffed) throw new UnreadableFileError(sniffed.problem);
  const document = await read(path, bytes, sniffed);
  if (!document.blocks.some(hasText)) throw new UnreadableFileError(SENTENCES.empty);
  return { ...document, format: sniffed.kind };
}

async function read(
  path: string,
  bytes: Buffer,
  sniffed: Exclude<Awaited<ReturnType<typeof sniffDocument>>, { problem: string }>,
): Promise<DocumentToRead> {
  switch (sniffed.kind) {
    case 'pdf':
      return readPdf(bytes);
    case 'docx':
      return readWord(path, sniffed.entries);
    case 'html':
      return withPlan(await readHtml(sniffed.text));
    case 'text':
      new DocumentSpent().text(sniffed.text);
      return { title: null, blocks: blocksOfText(sniffed.text) };
  }
}

/** A page that asks to sign in, or says that nothing is there, was saved in place of the plan. */
function withPlan(page: DocumentToRead): DocumentToRead {
  const told = `${page.title ?? ''} ${page.blocks.map(textOf).join(' ')}`;
  if (/\bmusic/i.test(told)) return page;
  throw new UnreadableFileError(
    page.title
      ? `There is no plan in this page: “${page.title.slice(0, 200)}”.`
      : 'There is no plan in this page.',
  );
}

const textOf = (block: DocumentBlock): string =>
  block.kind === 'table' ? block.rows.flat().join(' ') : block.text;
const hasText = (block: DocumentBlock): boolean => /\S/.test(textOf(block));
