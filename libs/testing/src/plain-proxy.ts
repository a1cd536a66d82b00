import { Agent, createServer, request, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

const ASKED_EVERY_MS = 100;
const SLOW_MS = 5_000;

/**
 * The least that stands in front of several processes: it sends each request to the next one that says
 * it is ready, over connections that it keeps, and never sends one a second time.
 */
export class PlainProxy {
  /** Why requests came to nothing: their connection broke, or nobody was ready. */
  readonly broken: string[] = [];
  /** How many requests each port was sent. */
  readonly sent = new Map<number, number>();
  private readonly ready = new Set<number>();
  private readonly agent = new Agent({ keepAlive: true });
  private readonly server: Server;
  private stopped = false;
  private turn = 0;

  constructor(private readonly ports: readonly number[]) {
    this.server = createServer((asked, answer) => {
      const choice = this.ports.filter((port) => this.ready.has(port));
      const port = choice[(this.turn += 1) % choice.length];
      const fail = (why: Error) => {
        this.broken.push(why.message);
        answer.writeHead(502).end();
      };
      if (port === undefined) return fail(new Error('nobody is ready'));
      this.sent.set(port, (this.sent.get(port) ?? 0) + 1);
      const { method, url: path, headers } = asked;
      const passed = request(
        { host: '127.0.0.1', port, method, path, headers, agent: this.agent },
        (got: IncomingMessage) => {
          const kept = { ...got.headers };
          delete kept.connection;
          answer.writeHead(got.statusCode ?? 502, kept);
          got.pipe(answer);
        },
      );
      passed.on('error', fail);
      asked.pipe(passed);
    });
  }

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    await this.ask();
    void this.keepAsking();
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  stop(): void {
    this.stopped = true;
    this.server.close();
    this.server.closeAllConnections();
    this.agent.destroy();
  }

  /** One that takes long to answer stays what it was; one that is gone or says so is out. */
  private async ask(): Promise<void> {
    const asked = this.ports.map(async (port) => {
      const url = `http://127.0.0.1:${port}/api/health/ready`;
      try {
        const answer = await fetch(url, { signal: AbortSignal.timeout(SLOW_MS) });
        await answer.arrayBuffer();
        if (answer.ok) this.ready.add(port);
        else this.ready.delete(port);
      } catch (error) {
        if ((error as Error).name !== 'TimeoutError') this.ready.delete(port);
      }
    });
    await Promise.all(asked);
  }

  /** Never twice at once: an earlier answer would be believed after a later one. */
  private async keepAsking(): Promise<void> {
    while (!this.stopped) {
      await this.ask();
      await sleep(ASKED_EVERY_MS);
    }
  }
}
