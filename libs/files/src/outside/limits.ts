import { readFile } from 'node:fs/promises';

/** What one piece of work outside may take. */
export interface OutsideLimits {
  /** Seconds of processor time, so that a busy machine does not make a good file a bad one. */
  cpuSeconds: number;
  /** Seconds on the clock. */
  seconds: number;
  /** Megabytes of JavaScript's own memory. */
  heapMegabytes: number;
  /** Megabytes of memory altogether. */
  megabytes: number;
  /** Whoever asked can ask again: a clock that ran out on a busy machine is no fault of the file. */
  mayBePutOff?: boolean;
  /** What is said where a limit is passed, of work that reads no file. */
  sentences?: { time: string; memory: string };
}

/** While a person waits for an answer. */
export const WHILE_WAITING: OutsideLimits = {
  cpuSeconds: 3.5,
  seconds: 20,
  heapMegabytes: 200,
  megabytes: 280,
};

/** In the background; the register of England takes some ten seconds to read. */
export const IN_THE_BACKGROUND: OutsideLimits = {
  cpuSeconds: 120,
  seconds: 3_600,
  heapMegabytes: 200,
  megabytes: 280,
};

const WATCH_MS = 50;
/** Of the Linux kernel, whatever the processor. */
const TICKS_PER_SECOND = 100;

/** A person looks at the screen: read, refused or put off within five seconds, whatever it is. */
export const FOR_A_PREVIEW: OutsideLimits = { ...WHILE_WAITING, seconds: 4.7, mayBePutOff: true };

/** `busy`: the clock ran out while the processor was with others. */
export type Passed = 'time' | 'memory' | 'busy';

/**
 * Watches a process until it passes a limit.
 *
 * Processor time and memory are asked of `/proc`; where there is none, the clock and the limit of
 * the heap hold alone.
 *
 * @returns what ends the watch
 */
export function watchLimits(
  pid: number,
  limits: OutsideLimits,
  passed: (limit: Passed) => void,
): () => void {
  const startedAt = performance.now();
  const timer = setInterval(() => void look(), WATCH_MS);
  async function look(): Promise<void> {
    const over = performance.now() - startedAt > limits.seconds * 1_000;
    const used = await usedBy(pid);
    const idle = used !== null && used.cpuSeconds < limits.cpuSeconds / 2;
    if (over) return passed(limits.mayBePutOff && idle ? 'busy' : 'time');
    if (!used) return;
    if (used.megabytes > limits.megabytes) passed('memory');
    else if (used.cpuSeconds > limits.cpuSeconds) passed('time');
  }
  return () => clearInterval(timer);
}

async function usedBy(pid: number): Promise<{ cpuSeconds: number; megabytes: number } | null> {
  try {
    const [stat, status] = await Promise.all([
      readFile(`/proc/${pid}/stat`, 'latin1'),
      readFile(`/proc/${pid}/status`, 'latin1'),
    ]);
    // The name of the program stands in brackets and may hold anything.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const kilobytes = Number(/^VmRSS:\s*(\d+)/m.exec(status)?.[1] ?? 0);
    return {
      cpuSeconds: (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND,
      megabytes: kilobytes / 1024,
    };
  } catch {
    return null;
  }
}
