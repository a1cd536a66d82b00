import { randomUUID } from 'node:crypto';
import { type FileHandle, mkdir, open, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';

const PIECE = 65_536;
/** Who takes nothing for so long has gone without saying so, in milliseconds. */
const UNREAD_FOR = 120_000;

/**
 * The same bytes, read from a file that `source` fills at its own pace: what that holds, such as a
 * connection to the database, is free again however slowly somebody downloads. The file has no name,
 * so nothing of it is left when the process ends. It breaks off with the error of `source`.
 *
 * @param folder where there is room; made when it is not there
 */
export async function spooled(
  source: Readable,
  folder: string,
  unreadFor = UNREAD_FOR,
): Promise<Readable> {
  try {
    return new SpooledFile(source, await namelessFile(folder), unreadFor);
  } catch (error) {
    source.destroy();
    throw error;
  }
}

async function namelessFile(folder: string): Promise<FileHandle> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, randomUUID());
  const file = await open(path, 'wx+', 0o600);
  await unlink(path);
  return file;
}

class SpooledFile extends Readable {
  private written = 0;
  private at = 0;
  private isFilled = false;
  private failure: Error | null = null;
  /** Whoever reads waits for more than there is. */
  private isWanted = false;
  private unread: NodeJS.Timeout | undefined;
  private readonly filled: Promise<void>;

  constructor(
    private readonly source: Readable,
    private readonly file: FileHandle,
    private readonly unreadFor: number,
  ) {
    super({ highWaterMark: PIECE });
    this.filled = this.fill();
    this.watch();
  }

  override _read(): void {
    clearTimeout(this.unread);
    this.isWanted = true;
    this.give();
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    clearTimeout(this.unread);
    this.source.destroy();
    // Not waited for: the source may be in the middle of something long.
    void this.filled.then(() => this.file.close()).catch(() => undefined);
    done(error);
  }

  private async fill(): Promise<void> {
    try {
      for await (const chunk of this.source as AsyncIterable<Buffer | string>) {
        await this.write(typeof chunk === 'string' ? Buffer.from(chunk) : chunk);
        this.give();
      }
    } catch (error) {
      this.failure = error instanceof Error ? error : new Error(String(error));
    }
    this.isFilled = true;
    this.give();
  }

  private async write(bytes: Buffer): Promise<void> {
    for (let done = 0; done < bytes.length;) {
      const left = bytes.length - done;
      const { bytesWritten } = await this.file.write(bytes, done, left, this.written);
      done += bytesWritten;
      this.written += bytesWritten;
    }
  }

  /** What there is of what is wanted. */
  private give(): void {
    if (!this.isWanted || this.destroyed) return;
    if (this.at < this.written) {
      this.isWanted = false;
      this.piece().catch((error: Error) => this.destroy(error));
    } else if (this.failure) {
      this.destroy(this.failure);
    } else if (this.isFilled) {
      this.isWanted = false;
      this.push(null);
    }
  }

  private async piece(): Promise<void> {
    const length = Math.min(PIECE, this.written - this.at);
    const { bytesRead, buffer } = await this.file.read(Buffer.alloc(length), 0, length, this.at);
    this.at += bytesRead;
    this.watch();
    this.push(buffer.subarray(0, bytesRead));
  }

  private watch(): void {
    clearTimeout(this.unread);
    const forget = () => this.destroy(new Error('Nobody has read any more of it for a long time.'));
    this.unread = setTimeout(forget, this.unreadFor).unref();
  }
}
