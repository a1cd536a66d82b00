import { readdirSync, readFileSync } from 'node:fs';
import { UnreadableFileError } from '../reading';
import type { OutsideLimits } from './limits';
import { askOutside, outsideTask, streamOutside } from './run-outside';
import { ReadingBusyError } from './turns';

// Plain JavaScript beside this file, as a process of its own loads nothing of TypeScript.
const TASKS = require.resolve('./testing/tasks.js');
const task = <Output>(name: string) => outsideTask<unknown, Output>(TASKS, name);

const LIMITS: OutsideLimits = {
  cpuSeconds: 1,
  seconds: 20,
  heapMegabytes: 60,
  megabytes: 150,
};

async function failure(name: string, input: unknown = {}, limits = LIMITS): Promise<Error> {
  return askOutside(task(name), input, limits).then(
    () => new Error('It did not fail.'),
    (error: Error) => error,
  );
}

/** Processes this one has started that still run. */
function children(): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
        const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
        const command = readFileSync(`/proc/${pid}/cmdline`, 'latin1');
        return state !== 'Z' && Number(parent) === process.pid && command.includes('outside');
      } catch {
        return false;
      }
    })
    .map(Number);
}

describe('a task outside', () => {
  it('is given its input, yields its results in order, and has no secrets', async () => {
    process.env.OUTSIDE_SPEC_SECRET = 'hush';
    const seen: unknown[] = [];
    for await (const value of streamOutside(task('count'), { to: 1_000 }, LIMITS)) seen.push(value);
    expect(seen).toEqual(Array.from({ length: 1_000 }, (_, i) => ({ i })));
    expect(await askOutside(task('environment'), {}, LIMITS)).not.toContain('OUTSIDE_SPEC_SECRET');
  }, 20_000);

  it('goes no faster than its results are taken, and ends when they are not', async () => {
    const values = streamOutside<unknown, { i: number }>(
      task('flood'),
      {},
      { ...LIMITS, cpuSeconds: 20 },
    );
    expect((await values.next()).value).toMatchObject({ i: 0 });
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(children()).toHaveLength(1);
    await values.return(undefined);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(children()).toHaveLength(0);
  }, 20_000);

  it('is ended when it takes too long, too much heap or too much memory beside it', async () => {
    const time = 'Reading the file took too long, so it was stopped. Send it in parts.';
    const memory = 'Reading the file took too much memory, so it was stopped. Send it in parts.';
    expect(await failure('spin')).toEqual(new UnreadableFileError(time));
    expect(await failure('sleep', {}, { ...LIMITS, seconds: 1 })).toEqual(
      new UnreadableFileError(time),
    );
    expect(await failure('hoard', {}, { ...LIMITS, cpuSeconds: 10 })).toEqual(
      new UnreadableFileError(memory),
    );
    expect(await failure('hoardBytes', {}, { ...LIMITS, cpuSeconds: 10 })).toEqual(
      new UnreadableFileError(memory),
    );
    expect(children()).toHaveLength(0);
  }, 60_000);

  it('is put off when the clock runs out and the processor was with others', async () => {
    const limits = { ...LIMITS, seconds: 1, mayBePutOff: true };
    // Starting alone may cost half a second where others want the processor.
    const asleep = { ...limits, cpuSeconds: 10 };
    expect(await failure('sleep', {}, asleep)).toEqual(new ReadingBusyError());
    // One that works all the time has had its chance.
    const time = 'Reading the file took too long, so it was stopped. Send it in parts.';
    const spinning = { ...limits, seconds: 20 };
    expect(await failure('spin', {}, spinning)).toEqual(new UnreadableFileError(time));
    expect(children()).toHaveLength(0);
  }, 60_000);

  it('waits for its turn no longer than its clock allows', async () => {
    const off = new AbortController();
    const busy = [1, 2].map(() => streamOutside(task('sleep'), {}, LIMITS, off.signal).next());
    const begun = performance.now();
    const limits = { ...LIMITS, seconds: 1, mayBePutOff: true };
    expect(await failure('count', { to: 1 }, limits)).toEqual(new ReadingBusyError());
    expect(performance.now() - begun).toBeLessThan(3_000);
    off.abort();
    await Promise.allSettled(busy);
  }, 30_000);

  it('says what is wrong with a file, and leaves faults of ours to the log', async () => {
    expect(await failure('problem')).toEqual(new UnreadableFileError('Line 3 is odd.'));
    expect((await failure('fault')).message).toMatch(/^Reading outside failed: TypeError/);
    expect((await failure('end')).message).toMatch(/^Reading outside ended \(exit code 3\)/);
    expect((await failure('notThere')).message).toContain('exports no notThere');
  }, 30_000);

  it('is ended when it is called off', async () => {
    const off = new AbortController();
    const values = streamOutside(task('sleep'), {}, LIMITS, off.signal);
    const next = values.next();
    setTimeout(() => off.abort(new Error('Called off.')), 300);
    await expect(next).rejects.toThrow('Called off.');
  }, 20_000);

  it('waits for its turn, so that many files are not read at once', async () => {
    const held = [1, 2].map(() => streamOutside(task('flood'), {}, { ...LIMITS, cpuSeconds: 20 }));
    await Promise.all(held.map((values) => values.next()));
    let third = false;
    const waiting = askOutside(task('environment'), {}, LIMITS).then(() => (third = true));
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect([third, children().length]).toEqual([false, 2]);
    await held[0]?.return(undefined);
    expect(await waiting).toBe(true);
    await held[1]?.return(undefined);
  }, 30_000);

  it('gives its turn back when nobody takes its results any more, nor says so', async () => {
    const left = [1, 2].map(() => streamOutside(task('flood'), {}, { ...LIMITS, seconds: 3 }));
    await Promise.all(left.map((values) => values.next()));
    expect(await askOutside(task('environment'), {}, { ...LIMITS, seconds: 12 })).toBeDefined();
    await Promise.all(left.map((values) => values.return(undefined)));
  }, 30_000);
});
