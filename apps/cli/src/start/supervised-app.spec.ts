import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { OperatorError } from '@tracker/process';
import { SupervisedApp } from './supervised-app';

jest.setTimeout(60_000);

let folder: string;
let app: SupervisedApp | undefined;
let said: string[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tracker-app-'));
  said = [];
});
afterEach(async () => {
  await app?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** An app that notes each of its lives, and dies at once in the first of them. */
function dying(lives: number, logFile = join(folder, 'app.log')): SupervisedApp {
  const program = join(folder, 'app.cjs');
  writeFileSync(
    program,
    `const { appendFileSync, readFileSync } = require('node:fs');
     appendFileSync(${JSON.stringify(join(folder, 'lives'))}, 'x');
     const lived = readFileSync(${JSON.stringify(join(folder, 'lives'))}, 'utf8').length;
     require('node:fs').writeFileSync(${JSON.stringify(join(folder, 'pid'))}, String(process.pid));
     process.stdout.on('error', () => undefined);
     console.log('born');
     console.error('life ' + lived);
     if (lived <= ${lives}) process.exit(3);
     process.send('ready');
     process.on('disconnect', () => process.exit(0));
     setInterval(() => undefined, 1000);`,
  );
  app = new SupervisedApp({
    ...{ name: 'The app', program, env: { ...process.env }, logFile },
    log: (sentence) => void said.push(sentence),
  });
  return app;
}

const lives = () => readFileSync(join(folder, 'lives'), 'utf8').length;

it('starts an app again that dies during the start', async () => {
  await dying(2).start();
  expect(lives()).toBe(3);
  expect(said.join(' ')).toMatch(/The app ended with exit code 3.*Starting it again/);
  expect(readFileSync(join(folder, 'app.log'), 'utf8')).toContain('life 3');
});

it('gives up after a few times, with a sentence that names the log', async () => {
  const refused = await dying(99)
    .start()
    .catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(OperatorError);
  expect((refused as Error).message).toMatch(/The app ended with exit code 3.*app\.log/);
  expect(lives()).toBe(4);
});

it('goes on where its log takes nothing more, as on a full disk', async () => {
  await dying(1, '/dev/full').start();
  expect(lives()).toBe(2);
});

it('is started again at once when that is asked for, and by itself when it died', async () => {
  const running = dying(0);
  await running.start();
  await running.restart();
  while (!said.includes('The app runs again.')) await sleep(50);
  expect(lives()).toBe(2);
  expect(said).toEqual(['The app runs again.']);
  process.kill(Number(readFileSync(join(folder, 'pid'), 'utf8')), 'SIGKILL');
  while (said.length < 3) await sleep(50);
  expect(said[1]).toMatch(/^The app ended unexpectedly \(SIGKILL\); starting it again in/);
  expect(lives()).toBe(3);
});
