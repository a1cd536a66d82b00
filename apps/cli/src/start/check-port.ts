import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { ConfigurationError } from '@tracker/process';

/**
 * Makes sure that the address can be listened on.
 *
 * @param patience milliseconds that a predecessor may still need to let go of it
 * @throws ConfigurationError that says what to set instead.
 */
export async function checkPort(host: string, port: number, patience: number): Promise<void> {
  const deadline = Date.now() + patience;
  for (;;) {
    const code = await tryToListen(host, port);
    if (code === undefined) return;
    if (code === 'EADDRINUSE' && Date.now() < deadline) {
      await sleep(200);
      continue;
    }
    throw new ConfigurationError(await sentence(code, host, port));
  }
}

async function tryToListen(host: string, port: number): Promise<string | undefined> {
  const server = createServer();
  try {
    server.listen(port, host);
    await once(server, 'listening');
    server.close();
    await once(server, 'close');
    return undefined;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? 'unknown';
  }
}

async function sentence(code: string, host: string, port: number): Promise<string> {
  if (code === 'EADDRINUSE') {
    const other = (await nextFree(host, port)) ?? port + 1;
    return `Port ${port} is in use. Set PORT=${other} to serve the tracker there: PORT=${other} npm start`;
  }
  if (code === 'EACCES') {
    return `This account may not use port ${port}. Set PORT to a number above 1023: PORT=3000 npm start`;
  }
  return `HOST is "${host}", which is no address of this machine (${code}). Set HOST=127.0.0.1 to serve this machine only, or HOST=0.0.0.0 to serve its network.`;
}

async function nextFree(host: string, port: number): Promise<number | undefined> {
  for (let other = port + 1; other <= Math.min(port + 20, 65_535); other += 1) {
    if ((await tryToListen(host, other)) === undefined) return other;
  }
  return undefined;
}
