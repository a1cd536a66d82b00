import { spawn, type ChildProcess } from 'node:child_process';
import { appendFileSync, closeSync, mkdirSync, openSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Account, isGoneWithin, tiedToThisProcess, tiedWithLowPorts } from '@tracker/embedded';
import { OperatorError, type Log } from '@tracker/process';
import { endWhenSilent } from './end-when-silent';

export interface AppOptions {
  /** Its name in sentences, such as "The API". */
  name: string;
  /** The built program, a JavaScript file. */
  program: string;
  /** Its whole environment. */
  env: NodeJS.ProcessEnv;
  /** Whom it runs as; absent: as this process. */
  account?: Account;
  /** File that takes what it prints; what it prints as an error is shown as well. */
  logFile: string;
  log: Log;
}

const startAttempts = 4;
const readyWithin = 60_000;
const endsWithin = 10_000;
/** Short enough that it serves within half a minute of whatever was in its way. */
const longestPause = 8_000;
const logFileLimit = 10_000_000;

/**
 * The API or the worker as a child process: started, started again with growing pauses when it
 * dies or hangs, and stopped. It dies with this process, also when that is killed.
 */
export class SupervisedApp {
  private child?: ChildProcess;
  private watching?: Promise<void>;
  private restarting = false;
  private readonly stopped = new AbortController();

  constructor(private readonly options: AppOptions) {}

  /**
   * Resolves when the app says it is ready. One that ends before is started again, a few times: a
   * database that is still recovering and a disk with no room for a moment are no reason to give up.
   *
   * @throws OperatorError with the last reason
   */
  async start(): Promise<void> {
    const { signal } = this.stopped;
    for (let attempt = 1; ; attempt += 1) {
      try {
        await this.untilReady(this.launch());
        break;
      } catch (error) {
        await this.endChild();
        if (attempt === startAttempts || signal.aborted) throw asOperatorError(error);
        this.options.log(`${(error as Error).message} Starting it again.`);
        await sleep(1_000 * attempt, undefined, { signal }).catch(() => undefined);
      }
    }
    this.watching = this.watch();
  }

  /** Asks it to end, and ends it by force when it takes too long. */
  async stop(): Promise<void> {
    this.stopped.abort();
    await this.endChild();
    await this.watching;
  }

  /** Ends it in order; it is started again at once, by the program as it is built now. */
  async restart(): Promise<void> {
    this.restarting = true;
    await this.endChild();
  }

  private async endChild(): Promise<void> {
    const { child } = this;
    if (!child?.pid || !isRunning(child)) return;
    child.kill('SIGTERM');
    if (!(await isGoneWithin(child.pid, endsWithin))) child.kill('SIGKILL');
  }

  /** Ends it at once. */
  kill(): void {
    this.stopped.abort();
    this.child?.kill('SIGKILL');
  }

  private launch(): ChildProcess {
    const { env, logFile } = this.options;
    const output = openLog(logFile);
    const how = this.asWhom();
    // A group of its own: a Ctrl-C is ours to handle, so that everything ends in order.
    const child = spawn(how.command, how.args, {
      env,
      ...how.account,
      detached: true,
      stdio: ['ignore', output ?? 'ignore', 'pipe', 'ipc'],
    });
    if (output !== undefined) closeSync(output);
    child.stderr?.on('data', (words: Buffer) => show(words, logFile));
    child.on('error', () => undefined);
    this.child = child;
    const silent = `${this.options.name} hangs; it is ended.`;
    endWhenSilent(child, () => this.options.log(silent));
    return child;
  }

  private asWhom(): { command: string; args: string[]; account: { uid?: number; gid?: number } } {
    const { program, env, account } = this.options;
    const isLow = Number(env['PORT']) < 1024;
    const low = account && isLow && tiedWithLowPorts(account, process.execPath, [program]);
    const tied = low || tiedToThisProcess('SIGTERM', process.execPath, [program]);
    const self = account && !low ? { uid: account.uid, gid: account.gid } : {};
    return { command: tied[0], args: tied[1], account: self };
  }

  private async untilReady(child: ChildProcess): Promise<void> {
    const { name, logFile } = this.options;
    const ready = new Promise<string | undefined>((resolve) => {
      child.on('message', (message) => message === 'ready' && resolve(undefined));
      child.once('exit', (code, signal) => resolve(`ended with ${signal ?? `exit code ${code}`}`));
    });
    const timer = new AbortController();
    const late = sleep(readyWithin, `was not ready after ${readyWithin / 1000} seconds`, {
      signal: timer.signal,
    }).catch(() => undefined);
    const problem = await Promise.race([ready, late]);
    timer.abort();
    if (problem && !this.stopped.signal.aborted) {
      throw new OperatorError(`${name} ${problem}. What it said is in ${logFile}.`);
    }
  }

  private async watch(): Promise<void> {
    const { signal } = this.stopped;
    const { name, log } = this.options;
    let pause = 500;
    while (!signal.aborted) {
      const startedAt = Date.now();
      const how = await ended(this.child);
      if (signal.aborted) return;
      if (this.restarting) {
        this.restarting = false;
      } else {
        pause = Date.now() - startedAt > 60_000 ? 500 : Math.min(pause * 2, longestPause);
        log(`${name} ended unexpectedly (${how}); starting it again in ${pause / 1000} s.`);
        await sleep(pause, undefined, { signal }).catch(() => undefined);
        if (signal.aborted) return;
      }
      try {
        await this.untilReady(this.launch());
        log(`${name} runs again.`);
      } catch (error) {
        log((error as Error).message);
      }
    }
  }
}

/** What an app prints as an error goes to the screen and the log; a full disk loses the latter only. */
function show(words: Buffer, logFile: string): void {
  process.stderr.write(words);
  try {
    appendFileSync(logFile, words);
  } catch {
    // Whatever is on the screen is all there is.
  }
}

/** The open log, begun anew when it is large; undefined on a disk that takes no new file. */
function openLog(logFile: string): number | undefined {
  try {
    mkdirSync(dirname(logFile), { recursive: true, mode: 0o700 });
    if ((statSync(logFile, { throwIfNoEntry: false })?.size ?? 0) > logFileLimit) {
      renameSync(logFile, `${logFile}.1`);
    }
    return openSync(logFile, 'a', 0o600);
  } catch {
    return undefined;
  }
}

function asOperatorError(error: unknown): OperatorError {
  if (error instanceof OperatorError) return error;
  return new OperatorError((error as Error).message, { cause: error });
}

function isRunning(child: ChildProcess): boolean {
  return child.exitCode === null && child.signalCode === null;
}

async function ended(child: ChildProcess | undefined): Promise<string> {
  if (child && isRunning(child)) await new Promise((resolve) => child.once('exit', resolve));
  return child?.signalCode ?? `exit code ${child?.exitCode}`;
}
