import { spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openDataDir } from '@tracker/embedded';
import { OperatorError } from '@tracker/process';
import type { DataSource } from 'typeorm';
import { answersInWords, Load } from './chaos/load';
import { OwnTracker } from './chaos/own-tracker';

const DISK_MB = 320;
const OUTAGE_MS = 20_000;
const SERVES_WITHIN_S = 30;

/**
 * Fills the disk of a tracker of its own and makes its PostgreSQL read-only, both under load, and
 * prints what was answered and how soon it saved again. Needs the right to mount a small disk.
 *
 * @throws OperatorError when anything was lost or answered with a fault, or it took too long
 */
export async function benchmarkOutages(): Promise<void> {
  const disk = mkdtempSync(join(tmpdir(), 'tracker-outages-'));
  mount(disk);
  const wrongs: string[] = [];
  try {
    const dataDir = openDataDir(join(disk, 'data'));
    const tracker = await OwnTracker.start(dataDir);
    try {
      const dataSource = await tracker.connect();
      try {
        wrongs.push(...(await measure('Read-only', tracker, dataSource, readOnly(dataSource))));
        wrongs.push(...(await measure('Full disk', tracker, dataSource, full(disk, dataSource))));
      } finally {
        await dataSource.destroy();
      }
    } finally {
      await tracker.stop();
    }
  } finally {
    spawnSync('umount', [disk]);
    rmSync(disk, { recursive: true, force: true });
  }
  if (wrongs.length > 0) throw new OperatorError(wrongs.join(' '));
}

interface Outage {
  begin(): Promise<void>;
  end(): Promise<void>;
}

async function measure(
  name: string,
  tracker: OwnTracker,
  dataSource: DataSource,
  outage: Outage,
): Promise<string[]> {
  const load = await Load.begin(tracker.url, dataSource);
  await sleep(5_000);
  await outage.begin();
  await sleep(OUTAGE_MS);
  const ready = await fetch(`${tracker.url}/api/health/ready`).then((answer) => answer.text());
  const ended = Date.now();
  await outage.end();
  while (load.lastSavedAt <= ended && Date.now() - ended < 120_000) await sleep(50);
  const seconds = (load.lastSavedAt - ended) / 1000;
  await load.finish();
  const { saved, lost, doubled, faults } = await load.verdict();
  console.log(`${name}: answers ${answersInWords(load.answers)}`);
  console.log(`  ready said ${ready}`);
  console.log(`  saves ${saved}, lost ${lost}, doubled ${doubled}, answers of 500: ${faults}`);
  console.log(`  saved again after ${seconds.toFixed(1)} s`);
  const right = lost + doubled + faults === 0 && seconds <= SERVES_WITHIN_S;
  return right ? [] : [`${name}: not as it should be.`];
}

function readOnly(dataSource: DataSource): Outage {
  const set = async (command: string) => {
    await dataSource.query('SET default_transaction_read_only = off');
    await dataSource.query(`ALTER SYSTEM ${command}`);
    await dataSource.query('SELECT pg_reload_conf()');
  };
  return {
    begin: () => set('SET default_transaction_read_only = on'),
    end: () => set('RESET default_transaction_read_only'),
  };
}

/** Every last byte is taken, and PostgreSQL is made to want another file for its journal. */
function full(disk: string, dataSource: DataSource): Outage {
  const ballast = join(disk, 'ballast');
  return {
    async begin() {
      fill(ballast);
      for (let files = 0; files < 4; files += 1) {
        await dataSource.query('SELECT pg_switch_wal()').catch(() => undefined);
        await sleep(500);
      }
    },
    async end() {
      rmSync(ballast, { force: true });
    },
  };
}

function fill(file: string): void {
  const open = openSync(file, 'w');
  try {
    for (const size of [1 << 20, 4096]) {
      const block = Buffer.alloc(size, 'x');
      try {
        while (writeSync(open, block) === size);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
      }
    }
  } finally {
    closeSync(open);
  }
}

function mount(folder: string): void {
  mkdirSync(folder, { recursive: true });
  const options = `size=${DISK_MB}m,mode=0711`;
  const { status, stderr } = spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder], {
    encoding: 'utf8',
  });
  if (status === 0) return;
  rmSync(folder, { recursive: true, force: true });
  throw new OperatorError(
    `A small disk could not be mounted (${stderr.trim()}). Run this as root, or under "unshare -rm".`,
  );
}
