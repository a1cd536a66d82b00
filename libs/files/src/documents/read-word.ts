import type { DocumentToRead } from '@tracker/domain';
import { UnreadableFileError } from '../reading/unreadable-file-error';
import type { ZipEntry } from '../reading/zip-directory';
import { ZipParts } from '../reading/zip-parts';
import { DOCUMENT_BOUNDS, SENTENCES } from './document-bounds';
import { readHtml } from './read-html';

const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => h2:fresh",
  "p[style-name='Heading 7'] => h6:fresh",
];
const MAIN = /^\/?word[/\\]document\d*\.xml$/i;
const PARTS = /^\/?word[/\\][\w-]+\.xml$/i;

/**
 * The blocks of a Word document, without its pictures and without whatever it points to outside.
 * How much it unpacks to is judged before anything becomes a tree in memory: as declared, and then
 * as it really comes.
 */
export async function readWord(
  path: string,
  entries: readonly ZipEntry[],
): Promise<DocumentToRead> {
  if (entries.some(({ encrypted }) => encrypted))
    throw new UnreadableFileError(SENTENCES.wordPassword);
  const declared = entries.reduce((sum, { unpackedBytes }) => sum + unpackedBytes, 0);
  if (declared > DOCUMENT_BOUNDS.unpacked) throw new UnreadableFileError(SENTENCES.unpacked);
  await measure(
    path,
    entries.map(({ name }) => name).filter((name) => PARTS.test(name)),
  );
  const { default: mammoth } = await import('mammoth');
  try {
    const { value } = await mammoth.convertToHtml(
      { path },
      {
        styleMap: STYLES,
        includeEmbeddedStyleMap: false,
        // Their bytes are never looked at.
        convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
      },
    );
    return await readHtml(value);
  } catch (error) {
    if (error instanceof UnreadableFileError) throw error;
    throw new UnreadableFileError(SENTENCES.damagedWord, { cause: error });
  }
}

async function measure(path: string, names: readonly string[]): Promise<void> {
  const parts = await ZipParts.open(path);
  let all = 0;
  for (const name of names) {
    let bytes = 0;
    try {
      for await (const piece of parts.read(name)) {
        bytes += piece.length;
        all += piece.length;
        const most = MAIN.test(name) ? DOCUMENT_BOUNDS.mainPart : DOCUMENT_BOUNDS.unpacked;
        if (bytes > most || all > DOCUMENT_BOUNDS.unpacked) break;
      }
    } catch (error) {
      if (error instanceof UnreadableFileError)
        throw new UnreadableFileError(SENTENCES.damagedWord);
      throw error;
    }
    if (all > DOCUMENT_BOUNDS.unpacked) throw new UnreadableFileError(SENTENCES.unpacked);
    if (MAIN.test(name) && bytes > DOCUMENT_BOUNDS.mainPart)
      throw new UnreadableFileError(SENTENCES.characters);
  }
}
