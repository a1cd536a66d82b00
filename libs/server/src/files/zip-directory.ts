import { open, type FileHandle } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { Writable } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import { UnreadableFileError } from './unreadable-file-error';

export interface ZipEntry {
  name: string;
  /** As the archive declares it; it may lie. */
  unpackedBytes: number;
  packedBytes: number;
  method: number;
  /** Where the entry's own header starts. */
  offset: number;
}

const DAMAGED = 'The file is a damaged or cut-off archive. Send it again.';
const END_OF_DIRECTORY = 0x06054b50;
const END_BYTES = 22;
const ENTRY = 0x02014b50;
const ENTRY_BYTES = 46;
const LOCAL_HEADER_BYTES = 30;
const DEFLATED = 8;

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}

/** The entries a zip archive lists at its end. Throws an UnreadableFileError when it is cut off. */
export async function readZipDirectory(path: string): Promise<ZipEntry[]> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    // The end record may be followed by a comment of up to 65,535 bytes.
    const tailBytes = Math.min(size, END_BYTES + 0xffff);
    const tail = await readAt(file, size - tailBytes, tailBytes);
    const end = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
    if (end < 0 || tail.length - end < END_BYTES || tail.readUInt32LE(end) !== END_OF_DIRECTORY) {
      throw new UnreadableFileError(DAMAGED);
    }
    const bytes = tail.readUInt32LE(end + 12);
    const start = tail.readUInt32LE(end + 16);
    if (start + bytes > size) throw new UnreadableFileError(DAMAGED);
    return readEntries(await readAt(file, start, bytes));
  } finally {
    await file.close();
  }
}

function readEntries(directory: Buffer): ZipEntry[] {
  const entries: ZipEntry[] = [];
  for (let at = 0; at + ENTRY_BYTES <= directory.length;) {
    if (directory.readUInt32LE(at) !== ENTRY) throw new UnreadableFileError(DAMAGED);
    const nameEnd = at + ENTRY_BYTES + directory.readUInt16LE(at + 28);
    entries.push({
      name: directory.toString('utf8', at + ENTRY_BYTES, nameEnd),
      method: directory.readUInt16LE(at + 10),
      packedBytes: directory.readUInt32LE(at + 20),
      unpackedBytes: directory.readUInt32LE(at + 24),
      offset: directory.readUInt32LE(at + 42),
    });
    at = nameEnd + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return entries;
}

/**
 * Whether these entries really unpack to no more than `most` bytes together. They are unpacked
 * bit by bit and thrown away, because what an archive declares can be a lie.
 */
export async function unpacksWithin(
  path: string,
  entries: readonly ZipEntry[],
  most: number,
): Promise<boolean> {
  if (entries.reduce((sum, { unpackedBytes }) => sum + unpackedBytes, 0) > most) return false;
  const file = await open(path, 'r');
  let left = most;
  const counter = () =>
    new Writable({
      write(chunk: Buffer, _encoding, done) {
        left -= chunk.length;
        done(left < 0 ? new TooLarge() : null);
      },
    });
  try {
    for (const { method, offset, packedBytes } of entries) {
      if (method !== DEFLATED || packedBytes === 0) continue;
      const header = await readAt(file, offset, LOCAL_HEADER_BYTES);
      if (header.length < LOCAL_HEADER_BYTES) throw new UnreadableFileError(DAMAGED);
      const start = offset + LOCAL_HEADER_BYTES + header.readUInt16LE(26) + header.readUInt16LE(28);
      const packed = await readAt(file, start, packedBytes);
      await pipeline([packed], createInflateRaw(), counter());
    }
    return true;
  } catch (error) {
    if (error instanceof TooLarge) return false;
    throw error instanceof UnreadableFileError ? error : new UnreadableFileError(DAMAGED);
  } finally {
    await file.close();
  }
}

class TooLarge extends Error {}
