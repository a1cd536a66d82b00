import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** The operating system's account a server runs as; absent: the account of this process. */
export interface Account {
  name: string;
  uid: number;
  gid: number;
}

export interface Launch {
  command: string;
  args: string[];
  /** Working folder; the account must be able to enter it. */
  cwd: string;
  /** The whole environment of the process. */
  env: NodeJS.ProcessEnv;
  account?: Account;
  /** Open file that takes what the process prints. */
  output: number | undefined;
  /** Sent to the process when this one dies, however it dies. */
  deathSignal: 'SIGINT' | 'SIGTERM' | 'SIGKILL';
}

let deathSignals: boolean | undefined;

/** Whether the system's setpriv can tie a process to its parent (util-linux 2.33 and later). */
export function supportsDeathSignals(): boolean {
  deathSignals ??= spawnSync('setpriv', ['--pdeathsig', 'TERM', 'true']).status === 0;
  return deathSignals;
}

/**
 * The command and arguments that run `command` so that it gets `signal` when this process dies.
 * Where the system cannot do that, the command as it is.
 */
export function tiedToThisProcess(
  signal: Launch['deathSignal'],
  command: string,
  args: string[],
): [string, string[]] {
  if (!supportsDeathSignals()) return [command, args];
  return ['setpriv', ['--pdeathsig', signal.slice(3), command, ...args]];
}

/**
 * As `tiedToThisProcess`, as another account that keeps of root's powers that of listening on a port
 * below 1024; undefined where the system cannot do that.
 */
export function tiedWithLowPorts(
  { uid, gid }: Account,
  command: string,
  args: string[],
): [string, string[]] | undefined {
  if (!supportsDeathSignals()) return undefined;
  const account = ['--reuid', String(uid), '--regid', String(gid), '--clear-groups'];
  const only = '-all,+net_bind_service';
  const powers = ['--inh-caps', only, '--ambient-caps', only];
  return ['setpriv', [...account, ...powers, '--pdeathsig', 'TERM', command, ...args]];
}

/** Starts a program in a process group of its own, so that a Ctrl-C does not reach it. */
export function launch(options: Launch): ChildProcess {
  const [command, args] = tiedToThisProcess(options.deathSignal, options.command, options.args);
  return spawn(command, args, {
    cwd: options.cwd,
    env: options.env,
    uid: options.account?.uid,
    gid: options.account?.gid,
    detached: true,
    stdio: ['ignore', options.output ?? 'ignore', options.output ?? 'ignore'],
  });
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * Text that differs between two processes which were given the same number one after the other,
 * or undefined when there is no such process.
 */
export function processToken(pid: number): string | undefined {
  if (!isAlive(pid)) return undefined;
  try {
    if (process.platform !== 'linux') {
      return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
    }
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return `${boot} ${statFields(pid)[19]}`;
  } catch {
    return undefined;
  }
}

/** The number of the process that started another, or undefined when it cannot be told. */
export function parentOf(pid: number): number | undefined {
  try {
    return Number(
      process.platform === 'linux'
        ? statFields(pid)[1]
        : execFileSync('ps', ['-o', 'ppid=', '-p', String(pid)], { encoding: 'utf8' }),
    );
  } catch {
    return undefined;
  }
}

/** The words a process was started with, or none when they cannot be read. */
export function commandOf(pid: number): string {
  try {
    return process.platform === 'linux'
      ? readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
      : execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return '';
  }
}

/** Waits until a process is gone; false when it still is there after `milliseconds`. */
export async function isGoneWithin(pid: number, milliseconds: number): Promise<boolean> {
  const deadline = Date.now() + milliseconds;
  while (isAlive(pid)) {
    if (Date.now() > deadline) return false;
    await sleep(25);
  }
  return true;
}

/** Sends the signals one after the other until the process is gone, giving each its time. */
export async function endProcess(
  pid: number,
  steps: { signal: NodeJS.Signals; milliseconds: number }[],
): Promise<boolean> {
  for (const { signal, milliseconds } of steps) {
    try {
      process.kill(pid, signal);
    } catch {
      return !isAlive(pid);
    }
    if (await isGoneWithin(pid, milliseconds)) return true;
  }
  return false;
}

function isZombie(pid: number): boolean {
  // Not reaped yet, but it holds no files and no ports any more.
  if (process.platform !== 'linux') return false;
  try {
    return statFields(pid)[0] === 'Z';
  } catch {
    return false;
  }
}

/** Fields of /proc/PID/stat after the program's name, which may hold spaces and brackets. */
function statFields(pid: number): string[] {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}
