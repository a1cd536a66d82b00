import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { commandOf, findFreePort, findRunningServices, parentOf } from '@tracker/embedded';
import { createDataSource } from '@tracker/data';
import { OperatorError } from '@tracker/process';

/** What can be killed of a running tracker. */
export const VICTIMS = ['api', 'worker', 'postgres', 'redis'] as const;
export type Victim = (typeof VICTIMS)[number];

/** `npm start` on a folder of its own, as an operator has it: everything comes from one process. */
export class OwnTracker {
  output = '';

  private constructor(
    readonly url: string,
    readonly dataDir: string,
    private readonly child: ChildProcess,
  ) {}

  /** @param dataDir where PostgreSQL and Redis keep their data; a folder that everybody may enter */
  static async start(dataDir: string): Promise<OwnTracker> {
    const port = await findFreePort();
    const env: NodeJS.ProcessEnv = { ...process.env, TRACKER_DATA_DIR: dataDir };
    for (const name of ['DATABASE_URL', 'DATABASE_OWNER_URL', 'REDIS_URL', 'TRACKER_TODAY'])
      delete env[name];
    Object.assign(env, { PORT: String(port), TRACKER_DEMO: '0', NODE_ENV: 'production' });
    const main = join(__dirname, '../../../../cli/dist/main.js');
    const child = spawn(process.execPath, [main, 'start'], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const tracker = new OwnTracker(`http://127.0.0.1:${port}`, dataDir, child);
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (text: Buffer) => (tracker.output += text.toString()));
    await tracker.untilItSays('is running');
    return tracker;
  }

  /** A connection as the owner of the tables. */
  async connect(poolSize = 2) {
    const services = findRunningServices(this.dataDir);
    if (!services) throw new OperatorError(`The tracker does not run:\n${this.output}`);
    return createDataSource(services.databaseUrl, poolSize).initialize();
  }

  /** Ends one of its processes as a power cut would. @returns false when it is not there just now */
  kill(victim: Victim): boolean {
    const pid = this.pidOf(victim);
    if (!pid) return false;
    try {
      process.kill(pid, 'SIGKILL');
      return true;
    } catch {
      return false;
    }
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = new Promise((resolve) => this.child.once('exit', resolve));
    this.child.kill('SIGINT');
    await ended;
  }

  private pidOf(victim: Victim): number | undefined {
    try {
      if (victim === 'postgres') {
        const file = join(this.dataDir, 'postgres/data/postmaster.pid');
        return Number.parseInt(readFileSync(file, 'utf8'), 10) || undefined;
      }
      if (victim === 'redis') {
        const file = readFileSync(join(this.dataDir, 'redis/running.json'), 'utf8');
        return (JSON.parse(file) as { pid: number }).pid;
      }
      return readdirSync('/proc')
        .map(Number)
        .find(
          (pid) =>
            pid > 0 &&
            parentOf(pid) === this.child.pid &&
            commandOf(pid).includes(`apps/${victim}/dist/main.js`),
        );
    } catch {
      return undefined;
    }
  }

  private async untilItSays(words: string): Promise<void> {
    while (!this.output.includes(words)) {
      if (this.child.exitCode !== null)
        throw new OperatorError(`The tracker ended instead of starting:\n${this.output}`);
      await sleep(50);
    }
  }
}
