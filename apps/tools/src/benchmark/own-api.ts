import { fork } from 'node:child_process';
import { join } from 'node:path';
import { findFreePort } from '@tracker/embedded';
import { untilItServes } from '@tracker/process';

/** Variables of its environment. */
export type ApiServers = { DATABASE_URL: string; REDIS_URL: string } & Record<string, string>;

export interface RunningApi {
  pid?: number | undefined;
}

/** Runs `work` beside an API of its own. @param main what is run, where that is not this checkout's */
export async function withApi(
  servers: ApiServers,
  work: (url: string, api: RunningApi) => Promise<void>,
  main = join(__dirname, '../../../api/dist/main.js'),
): Promise<void> {
  const port = await findFreePort();
  const api = fork(main, {
    env: {
      ...process.env,
      // Whoever measures asks as many people, each from an address of their own.
      ...{ TRACKER_TRUST_PROXY: '127.0.0.1', DATABASE_OWNER_URL: '', PORT: String(port) },
      ...servers,
    },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ended = new Promise((resolve) => api.once('exit', resolve));
  const url = `http://127.0.0.1:${port}`;
  try {
    await untilItServes(url);
    await work(url, api);
  } finally {
    api.kill();
    await ended;
  }
}
