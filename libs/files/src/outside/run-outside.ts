import { spawn } from 'node:child_process';
import { setPriority } from 'node:os';
import type { Readable } from 'node:stream';
import { UnreadableFileError } from '../reading/unreadable-file-error';
import { linesOf } from './lines-of';
import { type OutsideLimits, type Passed, watchLimits } from './limits';
import { MESSAGES_FD, type OutsideMessage, type OutsideOrder } from './messages';
import { ReadingBusyError, Turns } from './turns';

/** Work that is done in a process of its own: `name`, exported by `module`, yields its results. */
export interface OutsideTask<Input, Output> {
  module: string;
  name: string;
  /** Never there; it only binds the types to the task. */
  types?: (input: Input) => Output;
}

/** @param module as `require.resolve('./this-file')` gives it */
export function outsideTask<Input, Output>(
  module: string,
  name: string,
): OutsideTask<Input, Output> {
  return { module: built(module), name };
}

/** Tests run from the sources; a process of its own needs what is built from them. */
const built = (file: string) =>
  file.replace(/([\\/])src([\\/](?!.*[\\/]src[\\/]).*)\.ts$/, '$1dist$2.js');

const CHILD = built(require.resolve('./child'));
const AT_ONCE = 2;
const PATIENCE_MS = 20_000;
const turns = new Turns(AT_ONCE);
const KEPT_OF_ERRORS = 4_000;
/** Behind what serves people. */
const PRIORITY = 5;

const SENTENCES: Record<Exclude<Passed, 'busy'>, string> = {
  time: 'Reading the file took too long, so it was stopped. Send it in parts.',
  memory: 'Reading the file took too much memory, so it was stopped. Send it in parts.',
};

/**
 * Does the task in a process of its own and hands on what it yields, no faster than it is taken.
 * Giving up half-way ends the process.
 *
 * @throws UnreadableFileError with what is wrong with the file, or when it passes a limit;
 *   ReadingBusyError when too many wait; what `signal` is aborted with
 */
export async function* streamOutside<Input, Output>(
  task: OutsideTask<Input, Output>,
  input: Input,
  limits: OutsideLimits,
  signal?: AbortSignal,
): AsyncGenerator<Output> {
  const askedAt = performance.now();
  const endTurn = await turns.take(Math.min(PATIENCE_MS, limits.seconds * 1_000));
  try {
    signal?.throwIfAborted();
    // Waiting in the line is part of what the limit allows.
    const seconds = limits.seconds - (performance.now() - askedAt) / 1_000;
    const order = { module: task.module, name: task.name, input };
    yield* run<Output>(order, { ...limits, seconds }, endTurn, signal);
  } finally {
    endTurn();
  }
}

/** The one result of a task. See `streamOutside`. */
export async function askOutside<Input, Output>(
  task: OutsideTask<Input, Output>,
  input: Input,
  limits: OutsideLimits,
): Promise<Output> {
  for await (const value of streamOutside(task, input, limits)) return value;
  throw new Error(`${task.name} gave no result.`);
}

async function* run<Output>(
  order: OutsideOrder,
  limits: OutsideLimits,
  onEnd: () => void,
  signal?: AbortSignal,
): AsyncGenerator<Output> {
  const heap = [`--max-old-space-size=${limits.heapMegabytes}`, '--max-semi-space-size=8'];
  const child = spawn(
    process.execPath,
    [...heap, CHILD],
    // Whatever a file can do to its reader, there are no passwords to be had here.
    { env: { TZ: 'UTC' }, stdio: ['pipe', 'ignore', 'pipe', 'pipe'] },
  );
  // It may have ended before it was told what to do.
  child.stdin?.on('error', () => undefined);
  child.stdin?.end(JSON.stringify(order));
  const sentences = { ...SENTENCES, ...limits.sentences };
  let passed: Passed | undefined;
  const stopWatching =
    child.pid === undefined
      ? () => undefined
      : watchLimits(child.pid, limits, (limit) => {
          passed = limit;
          child.kill('SIGKILL');
        });
  const kill = () => void child.kill('SIGKILL');
  signal?.addEventListener('abort', kill, { once: true });
  let errors = '';
  child.stderr?.on('data', (piece: Buffer) => {
    errors = (errors + piece.toString()).slice(-KEPT_OF_ERRORS);
  });
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', (code, killedBy) => resolve(killedBy ?? `exit code ${code}`));
  });
  // Also where what it yields is taken no longer, by somebody who did not say so.
  child.once('exit', onEnd);
  if (child.pid !== undefined) lowerPriority(child.pid);
  try {
    const messages = child.stdio[MESSAGES_FD] as Readable;
    messages.on('error', () => undefined);
    for await (const line of linesOf(messages)) {
      const message = JSON.parse(line) as OutsideMessage;
      if ('done' in message) return;
      if ('problem' in message) throw new UnreadableFileError(message.problem);
      if ('fault' in message) throw new Error(`Reading outside failed: ${message.fault}`);
      yield* message.values as Output[];
    }
    const how = await ended;
    signal?.throwIfAborted();
    if (passed === 'busy') throw new ReadingBusyError();
    if (passed) throw new UnreadableFileError(sentences[passed]);
    // Node ends itself like this when the heap is full.
    if (how === 'SIGABRT') throw new UnreadableFileError(sentences.memory);
    throw new Error(`Reading outside ended (${how}). ${errors}`);
  } finally {
    stopWatching();
    signal?.removeEventListener('abort', kill);
    child.kill('SIGKILL');
    // What nobody has read keeps a pipe open, and with it whoever waits for this process to end.
    for (const pipe of child.stdio) pipe?.destroy();
  }
}

function lowerPriority(pid: number): void {
  try {
    setPriority(pid, PRIORITY);
  } catch {
    // It has ended already, or this system knows no priorities.
  }
}
