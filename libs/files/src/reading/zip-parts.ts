import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import { BOUNDS, SMALLER, within } from './bounds';
import { UnreadableFileError } from './unreadable-file-error';
import { DAMAGED_ARCHIVE, readAt, readZipDirectory, type ZipEntry } from './zip-directory';

const LOCAL_HEADER_BYTES = 30;
const STORED = 0;
const DEFLATED = 8;
const CHUNK_BYTES = 16 * 1024;
const UNPACKS_TO_TOO_MUCH = `The workbook is larger than 200 MB unpacked. ${SMALLER}`;

/** Names differ between programs in case, in the slashes and in whether they begin with one. */
const plainName = (name: string) => name.replace(/\\/g, '/').replace(/^\//, '').toLowerCase();

/** The parts of an archive, unpacked piece by piece and counted as they come. */
export class ZipParts {
  private unpacked = 0;

  private constructor(
    private readonly path: string,
    private readonly entries: ReadonlyMap<string, ZipEntry>,
  ) {}

  /** @throws UnreadableFileError when it is cut off, or names a part twice */
  static async open(path: string): Promise<ZipParts> {
    const entries = new Map<string, ZipEntry>();
    for (const entry of await readZipDirectory(path)) {
      const name = plainName(entry.name);
      if (entries.has(name)) throw new UnreadableFileError(DAMAGED_ARCHIVE);
      entries.set(name, entry);
    }
    return new ZipParts(path, entries);
  }

  has(name: string): boolean {
    return this.entries.has(plainName(name));
  }

  /**
   * @throws UnreadableFileError when the part is not there, damaged, or makes all that was read
   *   pass the bound: as declared before anything is unpacked, and as it really comes
   */
  async *read(name: string): AsyncGenerator<Buffer> {
    const entry = this.entries.get(plainName(name));
    if (!entry) throw new UnreadableFileError(DAMAGED_ARCHIVE);
    if (entry.encrypted) {
      throw new UnreadableFileError(
        'The workbook has a password. Save it without one and send it again.',
      );
    }
    within(this.unpacked + entry.unpackedBytes, BOUNDS.unpacked, UNPACKS_TO_TOO_MUCH);
    if (entry.packedBytes === 0) return;
    const start = await this.startOf(entry);
    const end = start + entry.packedBytes - 1;
    const packed = createReadStream(this.path, { start, end, highWaterMark: CHUNK_BYTES });
    const pieces =
      entry.method === STORED
        ? packed
        : pipeline(packed, createInflateRaw({ chunkSize: CHUNK_BYTES * 4 }), () => undefined);
    try {
      for await (const piece of pieces as AsyncIterable<Buffer>) {
        this.unpacked += piece.length;
        within(this.unpacked, BOUNDS.unpacked, UNPACKS_TO_TOO_MUCH);
        yield piece;
      }
    } catch (error) {
      const { code } = error as { code?: unknown };
      const damaged = typeof code === 'string' && /^(Z_|ERR_STREAM_PREMATURE)/.test(code);
      throw damaged ? new UnreadableFileError(DAMAGED_ARCHIVE) : error;
    } finally {
      packed.destroy();
    }
  }

  private async startOf({ offset, method }: ZipEntry): Promise<number> {
    const file = await open(this.path, 'r');
    try {
      const header = await readAt(file, offset, LOCAL_HEADER_BYTES);
      const readable =
        header.length === LOCAL_HEADER_BYTES && header.readUInt32LE(0) === 0x04034b50;
      if (!readable || (method !== STORED && method !== DEFLATED)) {
        throw new UnreadableFileError(DAMAGED_ARCHIVE);
      }
      return offset + LOCAL_HEADER_BYTES + header.readUInt16LE(26) + header.readUInt16LE(28);
    } finally {
      await file.close();
    }
  }
}
