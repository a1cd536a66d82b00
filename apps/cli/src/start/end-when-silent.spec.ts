import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endWhenSilent } from './end-when-silent';

jest.setTimeout(30_000);

const folder = mkdtempSync(join(tmpdir(), 'tracker-beats-'));
let child: ChildProcess | undefined;
afterEach(() => child?.kill('SIGKILL'));
afterAll(() => rmSync(folder, { recursive: true }));

const heart = join(__dirname, '../../../../libs/process/dist/heartbeat.js');

/** A process that beats as the API and the worker do, and hangs when it is told to. */
async function start(): Promise<{ process: ChildProcess; silent: () => number }> {
  const program = join(folder, 'beating.cjs');
  writeFileSync(
    program,
    `require(${JSON.stringify(heart)}).keepBeating();
     process.on('message', () => { for (;;); });
     process.on('disconnect', () => process.exit(0));`,
  );
  const process = fork(program);
  child = process;
  let silent = 0;
  endWhenSilent(process, () => (silent += 1), 5_000);
  await once(process, 'message');
  return { process, silent: () => silent };
}

it('ends a process that the system has stopped', async () => {
  const { process, silent } = await start();
  process.kill('SIGSTOP');
  expect(await once(process, 'exit')).toEqual([null, 'SIGKILL']);
  expect(silent()).toBe(1);
});

it('ends a process in an endless loop', async () => {
  const { process, silent } = await start();
  process.send('hang');
  expect(await once(process, 'exit')).toEqual([null, 'SIGKILL']);
  expect(silent()).toBe(1);
});

it('leaves one alone that goes on', async () => {
  const { process, silent } = await start();
  await new Promise((resolve) => setTimeout(resolve, 9_000));
  expect([silent(), process.exitCode, process.signalCode]).toEqual([0, null, null]);
});
