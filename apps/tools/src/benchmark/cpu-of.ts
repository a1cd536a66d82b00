import { readdirSync, readFileSync } from 'node:fs';

/** Ticks of the kernel's clock in a second; the same on every Linux that Node.js runs on. */
const TICKS = 100;

interface ProcessTimes {
  parent: number;
  /** CPU in milliseconds, of the process and of its children that have ended. */
  own: number;
  ended: number;
}

function timesOf(pid: number): ProcessTimes | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name stands in brackets and may hold anything; counting starts behind it.
    const fields = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const at = (n: number) => fields[n - 3] ?? Number.NaN;
    const ms = (...of: number[]) => (of.reduce((sum, n) => sum + at(n), 0) * 1000) / TICKS;
    return { parent: at(4), own: ms(14, 15), ended: ms(16, 17) };
  } catch {
    return null;
  }
}

/** CPU that a process has used, in milliseconds; NaN where the system does not tell. Linux only. */
export const cpuOf = (pid: number | undefined): number => timesOf(pid ?? 0)?.own ?? Number.NaN;

/** The process that a process was started by; a backend's is its PostgreSQL server. */
export const parentOf = (pid: number): number => timesOf(pid)?.parent ?? 0;

/** The same of a process, all that it has started and what of these has ended. */
export function familyCpuOf(pid: number): number {
  const eldest = pid === 0 ? null : timesOf(pid);
  if (!eldest) return Number.NaN;
  return processes()
    .map(timesOf)
    .filter((times) => times?.parent === pid)
    .reduce((sum, times) => sum + (times?.own ?? 0), eldest.own + eldest.ended);
}

const processes = (): number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
