import { type ChildProcess, spawn } from 'node:child_process';
import { chown, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const main = join(__dirname, '../dist/main.js');
const dataDir = join(tmpdir(), `tracker-start-${process.pid}`);

/** A start as a person sees it: what it prints, and how it ended. */
class Start {
  output = '';
  private readonly child: ChildProcess;
  private readonly exit: Promise<number | null>;

  constructor(env: Record<string, string>) {
    const inherited = { ...process.env };
    // Its own PostgreSQL and Redis, not those of the test run.
    for (const name of ['DATABASE_URL', 'REDIS_URL', 'TEST_RUN', 'NODE_ENV'])
      delete inherited[name];
    this.child = spawn(process.execPath, [main, 'start'], { env: { ...inherited, ...env } });
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream?.on('data', (text: Buffer) => (this.output += text.toString()));
    }
    this.exit = new Promise((resolve) => this.child.once('exit', resolve));
  }

  get pid(): number | undefined {
    return this.child.pid;
  }

  async prints(words: string): Promise<void> {
    let ended = false;
    void this.exit.then(() => (ended = true));
    while (!this.output.includes(words)) {
      if (ended) throw new Error(`Ended without "${words}":\n${this.output}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  async end(signal?: NodeJS.Signals): Promise<number | null> {
    if (signal) this.child.kill(signal);
    return this.exit;
  }
}

let port: number;
const env = () => ({ TRACKER_DATA_DIR: dataDir, PORT: String(port) });
const head = { email: 'head@demo.example', password: 'visit-every-school' };

beforeAll(async () => {
  port = await new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(address && typeof address === 'object' ? address.port : 0));
    });
  });
});

afterAll(() => rm(dataDir, { recursive: true, force: true }));

async function signIn(): Promise<string> {
  const answer = await fetch(`http://127.0.0.1:${port}/api/auth/sign-in`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(head),
  });
  expect(answer.status).toBe(200);
  return answer.headers.get('set-cookie')?.split(';')[0] ?? '';
}

async function totalOf(resource: string): Promise<string | undefined> {
  const answer = await fetch(`http://127.0.0.1:${port}/api/${resource}?range=[0,0]`, {
    headers: { Cookie: await signIn() },
  });
  return answer.headers.get('content-range')?.split('/')[1];
}

/** Accounts of the API and the worker that this start runs, by their number. */
async function accountsOfApps(start: Start): Promise<number[]> {
  const found: number[] = [];
  for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    const read = (file: string) => readFile(`/proc/${pid}/${file}`, 'utf8').catch(() => '');
    const isApp = /apps\/(api|worker)\/dist\/main\.js/.test(await read('cmdline'));
    if (!isApp) continue;
    const status = await read('status');
    const parent = Number(/^PPid:\s+(\d+)/m.exec(status)?.[1]);
    if (parent === start.pid) found.push(Number(/^Uid:\s+(\d+)/m.exec(status)?.[1]));
  }
  return found;
}

let visits: string | undefined;

it('brings PostgreSQL and Redis, fills the demo hub and says where to sign in', async () => {
  const start = new Start(env());
  await start.prints('Password  visit-every-school');
  expect(start.output).toContain(`http://127.0.0.1:${port}`);
  expect(await totalOf('priority-queue')).toBe('540');
  visits = await totalOf('visits');
  const accounts = await accountsOfApps(start);
  expect(accounts).toHaveLength(2);
  expect(accounts).not.toContain(0);
  expect((await stat(join(dataDir, 'uploads'))).uid).toBe(accounts[0]);
  const page = await fetch(`http://127.0.0.1:${port}/`);
  expect(await page.text()).toContain('<title>School Engagement Tracker</title>');
  // A second one beside it is told, and harms nothing.
  const second = new Start(env());
  expect(await second.end()).toBe(1);
  expect(second.output).toContain('already runs');
  expect(await start.end('SIGKILL')).toBeNull();
}, 120_000);

it('starts again after kill -9 with the data it had, and stops cleanly on Ctrl-C', async () => {
  const uploads = join(dataDir, 'uploads');
  const own = process.getuid?.() ?? 0;
  // As an earlier version left it, whose API and worker ran as root where root started it.
  await chown(uploads, own, process.getgid?.() ?? 0);
  await writeFile(join(uploads, 'of-old'), 'URN', { mode: 0o600 });
  const start = new Start(env());
  await start.prints('Password  visit-every-school');
  expect(start.output).not.toContain('Filling');
  const [account] = await accountsOfApps(start);
  expect((await stat(join(uploads, 'of-old'))).uid).toBe(account);
  expect(await totalOf('visits')).toBe(visits);
  expect(await start.end('SIGINT')).toBe(0);
  expect(start.output).toContain('Stopped.');
  await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow();
}, 120_000);

it('says what to do when the port is taken', async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const start = new Start(env());
  expect(await start.end()).toBe(1);
  expect(start.output).toContain(`Port ${port} is in use. Set PORT=`);
  await new Promise((resolve) => server.close(resolve));
}, 60_000);

it.each([
  [{ TRACKER_TODAY: '2024-02-30' }, 'TRACKER_TODAY'],
  [{ TRACKER_COLOUR: 'red' }, 'TRACKER_COLOUR'],
  [{ PORT: 'http' }, 'PORT'],
  [{ NODE_ENV: 'production', TRACKER_DEMO: '1' }, 'TRACKER_DEMO'],
  [{ TRACKER_DATA_DIR: '/proc/tracker' }, '/proc/tracker'],
])(
  'ends with a sentence that names what is wrong: %j',
  async (wrong, name) => {
    const start = new Start({ ...env(), ...wrong });
    expect(await start.end()).toBe(1);
    expect(start.output).toContain(name);
    expect(start.output).not.toMatch(/\n\s+at /);
  },
  60_000,
);
