import { readFileSync } from 'node:fs';

/**
 * What a process has in memory now, or had at most, by the kernel's own record; Linux only.
 *
 * @returns MB, NaN where the system does not tell
 */
export function memoryOf(pid: number | undefined, which: 'now' | 'most' = 'now'): number {
  const field = { now: 'VmRSS', most: 'VmHWM' }[which];
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]) / 1024;
  } catch {
    return Number.NaN;
  }
}

/** As words: `212 MB`. */
export function memoryInWords(megabytes: number): string {
  return Number.isNaN(megabytes) ? 'not told by this system' : `${megabytes.toFixed(0)} MB`;
}
