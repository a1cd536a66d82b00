import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { ensureChromium } from '@tracker/testing';
import { PAINTING, PHONE } from './browser';

/** A browser that keeps what it keeps in a folder, as a tablet does, and can be killed at any moment. */
export class KillableBrowser {
  private constructor(
    private readonly folder: string,
    private context: BrowserContext,
    public page: Page,
  ) {}

  static async start(): Promise<KillableBrowser> {
    const folder = await mkdtemp(join(tmpdir(), 'tracker-tablet-'));
    const context = await launch(folder);
    return new KillableBrowser(folder, context, await firstPage(context));
  }

  newPage(): Promise<Page> {
    return this.context.newPage();
  }

  /** Takes every connection away, of which the browser itself hears, or gives it back. */
  async setOffline(offline: boolean): Promise<void> {
    await this.context.setOffline(offline);
  }

  async close(): Promise<void> {
    await this.context.close();
  }

  /** As when the battery is pulled out: no page hears of it. */
  async kill(): Promise<void> {
    const closed = new Promise((resolve) => this.context.once('close', resolve));
    for (const pid of await processesOn(this.folder)) process.kill(pid, 'SIGKILL');
    await closed;
  }

  async reopen(): Promise<void> {
    // What a killed browser leaves behind says that it still runs.
    await Promise.all(
      ['SingletonLock', 'SingletonCookie', 'SingletonSocket'].map((name) =>
        rm(join(this.folder, name), { force: true }),
      ),
    );
    this.context = await launch(this.folder);
    this.page = await firstPage(this.context);
  }

  async remove(): Promise<void> {
    await this.context.close().catch(() => undefined);
    await rm(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function launch(folder: string): Promise<BrowserContext> {
  const context = await chromium.launchPersistentContext(folder, {
    executablePath: await ensureChromium(),
    args: PAINTING,
    ...{ viewport: PHONE, locale: 'en-GB', timezoneId: 'Europe/London' },
  });
  context.setDefaultTimeout(20_000);
  return context;
}

const firstPage = async (context: BrowserContext): Promise<Page> =>
  context.pages()[0] ?? context.newPage();

/** The browser's own process and its helpers, by the folder that they were started with. */
async function processesOn(folder: string): Promise<number[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  const commands = await Promise.all(
    pids.map((pid) => readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')),
  );
  return pids.filter((_, i) => commands[i]?.includes(`--user-data-dir=${folder}`));
}
