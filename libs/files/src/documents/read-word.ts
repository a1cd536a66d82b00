import type { DocumentToRead } from '@tracker/domain';
import { Spent } from '../reading/bounds';
import { readXml, type XmlVisitor } from '../reading/read-xml';
import { UnreadableFileError } from '../reading/unreadable-file-error';
import type { ZipEntry } from '../reading/zip-directory';
import { ZipParts } from '../reading/zip-parts';
import { BlockWriter } from './block-writer';
import { DOCUMENT_BOUNDS, DocumentSpent, SENTENCES } from './document-bounds';
import { WordBody } from './word-body';
import { WordLists, WordStyles } from './word-styles';

const MAIN = /^\/?word[/\\]document\d*\.xml$/i;
const OWN = new Set<string>(Object.values(SENTENCES));

/**
 * The blocks of a Word document: its text part, walked through as it is unpacked. Pictures, headers,
 * macros and whatever it points to outside are never touched.
 */
export async function readWord(
  path: string,
  entries: readonly ZipEntry[],
): Promise<DocumentToRead> {
  if (entries.some(({ encrypted }) => encrypted))
    throw new UnreadableFileError(SENTENCES.wordPassword);
  const declared = entries.reduce((sum, { unpackedBytes }) => sum + unpackedBytes, 0);
  if (declared > DOCUMENT_BOUNDS.unpacked) throw new UnreadableFileError(SENTENCES.unpacked);
  try {
    const parts = new WordParts(await ZipParts.open(path));
    const [styles, lists] = [new WordStyles(), new WordLists()];
    await parts.walk('word/styles.xml', styles);
    await parts.walk('word/numbering.xml', lists);
    const spent = new DocumentSpent();
    // Its texts are counted as they are read, and not again as they are written.
    const writer = new BlockWriter(null);
    const main = entries.find(({ name }) => MAIN.test(name))?.name ?? 'word/document.xml';
    await parts.walk(main, new WordBody(writer, spent, styles, lists));
    writer.finish();
    return { title: null, blocks: writer.written.map(({ block }) => block) };
  } catch (error) {
    if (!(error instanceof UnreadableFileError) || OWN.has(error.message)) throw error;
    throw new UnreadableFileError(SENTENCES.damagedWord, { cause: error });
  }
}

/** The parts of one document, which may unpack to so much together, whatever it says of itself. */
class WordParts {
  private unpacked = 0;
  private readonly spent = new Spent();

  constructor(private readonly parts: ZipParts) {}

  async walk(name: string, visitor: XmlVisitor): Promise<void> {
    if (this.parts.has(name)) await readXml(this.read(name), this.spent, visitor);
  }

  private async *read(name: string): AsyncGenerator<Buffer> {
    for await (const piece of this.parts.read(name)) {
      this.unpacked += piece.length;
      if (this.unpacked > DOCUMENT_BOUNDS.unpacked)
        throw new UnreadableFileError(SENTENCES.unpacked);
      yield piece;
    }
  }
}
