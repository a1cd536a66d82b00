import { open, type FileHandle } from 'node:fs/promises';
import { BOUNDS, within } from './bounds';
import { UnreadableFileError } from './unreadable-file-error';

export interface ZipEntry {
  name: string;
  /** As the archive declares it; it may lie. */
  unpackedBytes: number;
  packedBytes: number;
  method: number;
  encrypted: boolean;
  /** Where the entry's own header starts. */
  offset: number;
}

export const DAMAGED_ARCHIVE = 'The file is a damaged or cut-off archive. Send it again.';
const END_OF_DIRECTORY = 0x06054b50;
const END_BYTES = 22;
const ENTRY = 0x02014b50;
const ENTRY_BYTES = 46;
const LARGEST_DIRECTORY = 4 * 1024 * 1024;
/** Stands where the number needs eight bytes, which are in the entry's extra field then. */
const IN_EXTRA_FIELD = 0xffffffff;
const ZIP64_FIELD = 1;

export async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}

/**
 * The entries a zip archive lists at its end; what it holds besides is never looked at. Throws an
 * UnreadableFileError when it is cut off.
 */
export async function readZipDirectory(path: string): Promise<ZipEntry[]> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    // The end record may be followed by a comment of up to 65,535 bytes.
    const tailBytes = Math.min(size, END_BYTES + 0xffff);
    const tail = await readAt(file, size - tailBytes, tailBytes);
    const end = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
    if (end < 0 || tail.length - end < END_BYTES || tail.readUInt32LE(end) !== END_OF_DIRECTORY) {
      throw new UnreadableFileError(DAMAGED_ARCHIVE);
    }
    const bytes = tail.readUInt32LE(end + 12);
    const start = tail.readUInt32LE(end + 16);
    if (start + bytes > size) throw new UnreadableFileError(DAMAGED_ARCHIVE);
    within(bytes, LARGEST_DIRECTORY, 'The archive has too many parts to be a workbook.');
    return readEntries(await readAt(file, start, bytes));
  } finally {
    await file.close();
  }
}

function readEntries(directory: Buffer): ZipEntry[] {
  const entries: ZipEntry[] = [];
  for (let at = 0; at + ENTRY_BYTES <= directory.length;) {
    if (directory.readUInt32LE(at) !== ENTRY) throw new UnreadableFileError(DAMAGED_ARCHIVE);
    const nameEnd = at + ENTRY_BYTES + directory.readUInt16LE(at + 28);
    const extraEnd = nameEnd + directory.readUInt16LE(at + 30);
    if (extraEnd > directory.length) throw new UnreadableFileError(DAMAGED_ARCHIVE);
    const sizes = {
      unpackedBytes: directory.readUInt32LE(at + 24),
      packedBytes: directory.readUInt32LE(at + 20),
      offset: directory.readUInt32LE(at + 42),
    };
    entries.push({
      name: directory.toString('utf8', at + ENTRY_BYTES, nameEnd),
      method: directory.readUInt16LE(at + 10),
      encrypted: (directory.readUInt16LE(at + 8) & 1) === 1,
      ...longSizes(sizes, directory.subarray(nameEnd, extraEnd)),
    });
    within(entries.length, BOUNDS.entries, 'The archive has too many parts to be a workbook.');
    at = extraEnd + directory.readUInt16LE(at + 32);
  }
  return entries;
}

type Sizes = Pick<ZipEntry, 'unpackedBytes' | 'packedBytes' | 'offset'>;

/** Programs that write as a stream give sizes in eight bytes, small files included. */
function longSizes(sizes: Sizes, extra: Buffer): Sizes {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== ZIP64_FIELD) continue;
    const end = at + 4 + extra.readUInt16LE(at + 2);
    let next = at + 4;
    const long = (short: number): number => {
      if (short !== IN_EXTRA_FIELD) return short;
      if (next + 8 > Math.min(end, extra.length)) throw new UnreadableFileError(DAMAGED_ARCHIVE);
      next += 8;
      return Number(extra.readBigUInt64LE(next - 8));
    };
    const [unpackedBytes, packedBytes] = [long(sizes.unpackedBytes), long(sizes.packedBytes)];
    return { unpackedBytes, packedBytes, offset: long(sizes.offset) };
  }
  return sizes;
}
