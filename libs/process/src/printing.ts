import type { Writable } from 'node:stream';

/**
 * Lets what is printed be lost where it cannot be written: on a full disk, or when whoever read it
 * has gone. Without this the log would end the process that serves.
 */
export function survivePrinting(...streams: (Writable | null | undefined)[]): void {
  for (const stream of streams) stream?.on('error', () => undefined);
}
