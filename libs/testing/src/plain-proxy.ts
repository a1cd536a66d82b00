import { Agent, createServer, request, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

const ASKED_EVERY_MS = 100;

/**
 * The least that stands in front of several processes: it sends each request to the next one that says
 * it is ready, over connections that it keeps, and never sends one a second time.
 */
export class PlainProxy {
  /** Requests that came to nothing because their connection broke or nobody was ready. */
  broken = 0;
  /** How many requests each port was sent. */
  readonly sent = new Map<number, number>();
  private readonly ready = new Set<number>();
  private readonly agent = new Agent({ keepAlive: true });
  private readonly server: Server;
  private readonly asking: NodeJS.Timeout;
  private turn = 0;

  constructor(private readonly ports: readonly number[]) {
    this.server = createServer((asked, answer) => {
      const choice = this.ports.filter((port) => this.ready.has(port));
      const port = choice[(this.turn += 1) % choice.length];
      const fail = () => {
        this.broken += 1;
        answer.writeHead(502).end();
      };
      if (port === undefined) return void fail();
      this.sent.set(port, (this.sent.get(port) ?? 0) + 1);
      const { method, url: path, headers } = asked;
      const passed = request(
        { host: '127.0.0.1', port, method, path, headers, agent: this.agent },
        (got: IncomingMessage) => {
          const { connection: _, ...kept } = got.headers;
          answer.writeHead(got.statusCode ?? 502, kept);
          got.pipe(answer);
        },
      );
      passed.on('error', fail);
      asked.pipe(passed);
    });
    this.asking = setInterval(() => void this.ask(), ASKED_EVERY_MS);
  }

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    await this.ask();
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  stop(): void {
    clearInterval(this.asking);
    this.server.close();
    this.server.closeAllConnections();
    this.agent.destroy();
  }

  private async ask(): Promise<void> {
    const asked = this.ports.map(async (port) => {
      const url = `http://127.0.0.1:${port}/api/health/ready`;
      const answer = await fetch(url, { signal: AbortSignal.timeout(2_000) }).catch(() => null);
      await answer?.arrayBuffer();
      if (answer?.ok) this.ready.add(port);
      else this.ready.delete(port);
    });
    await Promise.all(asked);
  }
}
