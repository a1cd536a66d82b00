import { once } from 'node:events';
import { closeSync, fchownSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import type { ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { OperatorError, type Log } from '@tracker/process';
import { endProcess, type Account } from './process-control';

export interface Supervision {
  /** The server's name in sentences, such as "PostgreSQL". */
  name: string;
  /** File that takes what the server prints. */
  logFile: string;
  account?: Account;
  log: Log;
  /** Starts the server once; `output` is the open log file, if it can be opened. Called again after a crash. */
  launch(output: number | undefined, firstStart: boolean): Promise<ChildProcess>;
  /** Resolves when the server answers; rejects while it does not. */
  answers(): Promise<void>;
  stopSignals: { signal: NodeJS.Signals; milliseconds: number }[];
}

const startAttempts = 5;
const readyWithin = 60_000;
/** Short enough that it serves within half a minute of room on its disk. */
const longestPause = 8_000;
/** As long as a server says that it is still recovering, it is waited for. */
const recoversWithin = 30 * 60_000;
const logFileLimit = 5_000_000;

/** A server that is started with patience, started again when it dies, and stopped in order. */
export class SupervisedProcess {
  private child?: ChildProcess;
  private readonly stopped = new AbortController();
  private watching?: Promise<void>;

  constructor(private readonly options: Supervision) {}

  /** @throws OperatorError with the end of the server's log when it does not come up. */
  async start(): Promise<void> {
    let reason = '';
    for (let attempt = 0; attempt < startAttempts; attempt += 1) {
      // Shared memory and ports of a crashed predecessor may stay taken for a moment.
      if (attempt > 0) await sleep(250 * 2 ** (attempt - 1));
      try {
        await this.startOnce(true);
        this.watching = this.watch();
        return;
      } catch (error) {
        reason = (error as Error).message;
      }
    }
    throw new OperatorError(
      `${this.options.name} did not start (${reason}). The end of ${this.options.logFile}:\n${this.logTail()}`,
    );
  }

  async stop(): Promise<void> {
    this.stopped.abort();
    await this.endChild();
    await this.watching;
  }

  private async endChild(): Promise<void> {
    if (this.child?.pid && isRunning(this.child)) {
      await endProcess(this.child.pid, this.options.stopSignals);
    }
  }

  private async startOnce(firstStart: boolean): Promise<void> {
    const output = this.openLog();
    try {
      this.child = await this.options.launch(output, firstStart);
    } finally {
      if (output !== undefined) closeSync(output);
    }
    const child = this.child;
    const ended = new Promise<never>((_, reject) => {
      child.once('error', reject);
      child.once('exit', (code, signal) => reject(new Error(`it ended with ${signal ?? code}`)));
    });
    ended.catch(() => undefined);
    try {
      await Promise.race([ended, this.untilItAnswers(child)]);
    } catch (error) {
      child.kill('SIGKILL');
      throw error;
    }
  }

  private async untilItAnswers(child: ChildProcess): Promise<void> {
    const begun = Date.now();
    for (;;) {
      try {
        return await this.options.answers();
      } catch (error) {
        const patience = isRecovering(error) ? recoversWithin : readyWithin;
        if (!isRunning(child) || Date.now() - begun > patience) throw error;
        await sleep(50);
      }
    }
  }

  /** Runs until stop(): a server that ends by itself is started again, each time a little later. */
  private async watch(): Promise<void> {
    let pause = 250;
    const { signal } = this.stopped;
    while (!signal.aborted) {
      const child = this.child;
      const startedAt = Date.now();
      if (child && isRunning(child)) await once(child, 'exit');
      if (signal.aborted) return;
      pause = Date.now() - startedAt > 60_000 ? 250 : Math.min(pause * 2, longestPause);
      const how = child?.signalCode ?? `exit code ${child?.exitCode}`;
      this.options.log(`${this.options.name} ended unexpectedly (${how}); starting it again.`);
      await sleep(pause, undefined, { signal }).catch(() => undefined);
      if (signal.aborted) return;
      await this.startOnce(false).catch((error: Error) =>
        this.options.log(`${this.options.name} did not come back yet: ${error.message}.`),
      );
      if (signal.aborted) await this.endChild();
    }
  }

  /** The open log; undefined on a disk that takes no new file. */
  private openLog(): number | undefined {
    const { logFile, account } = this.options;
    try {
      const size = statSync(logFile, { throwIfNoEntry: false })?.size ?? 0;
      if (size > logFileLimit) renameSync(logFile, `${logFile}.1`);
      const output = openSync(logFile, 'a', 0o600);
      if (account) fchownSync(output, account.uid, account.gid);
      return output;
    } catch {
      return undefined;
    }
  }

  private logTail(): string {
    try {
      return readFileSync(this.options.logFile, 'utf8').trim().split('\n').slice(-8).join('\n');
    } catch {
      return '';
    }
  }
}

/** PostgreSQL's own "starting up", and Redis's. */
function isRecovering(error: unknown): boolean {
  const { code, message } = error as { code?: unknown; message?: string };
  return code === '57P03' || /^LOADING/.test(message ?? '');
}

function isRunning(child: ChildProcess): boolean {
  return child.exitCode === null && child.signalCode === null;
}
