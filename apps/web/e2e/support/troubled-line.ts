import {
  createServer,
  request,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';

/** What becomes of a request on its way: an answer of somebody in between, or none at all. */
export type Trouble =
  'hangs' | 'breaks off' | { status: number; headers?: Record<string, string>; body?: string };

/** What stands between a browser and the tracker: a proxy, a Wi-Fi, a mast. A test says what it does. */
export class TroubledLine {
  private troubles: { method: string; path: RegExp; trouble: Trouble; times: number }[] = [];
  private readonly hanging = new Set<ServerResponse>();

  private constructor(
    private readonly target: URL,
    private readonly server: Server,
    readonly url: string,
  ) {}

  static async to(target: string): Promise<TroubledLine> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const line = new TroubledLine(new URL(target), server, `http://127.0.0.1:${port}`);
    server.on('request', (asked, answer) => line.carry(asked, answer));
    return line;
  }

  /** From now on, so many times. */
  trouble(method: string, path: RegExp, trouble: Trouble, times = Infinity): void {
    this.troubles.push({ method, path, trouble, times });
  }

  /** Every request gets through again; those that hang are broken off. */
  clear(): void {
    this.troubles = [];
    for (const answer of this.hanging) answer.destroy();
    this.hanging.clear();
  }

  async stop(): Promise<void> {
    this.clear();
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private carry(asked: IncomingMessage, answer: ServerResponse): void {
    const found = this.troubles.find(
      ({ method, path, times }) =>
        times > 0 && asked.method === method && path.test(asked.url ?? ''),
    );
    if (!found) return this.pass(asked, answer);
    found.times -= 1;
    const { trouble } = found;
    if (trouble === 'hangs') return void this.hanging.add(answer);
    if (trouble === 'breaks off') return void asked.socket.destroy();
    asked.resume();
    answer.writeHead(trouble.status, { 'content-type': 'text/html', ...trouble.headers });
    answer.end(trouble.body ?? '<h1>Somebody in between</h1>');
  }

  private pass(asked: IncomingMessage, answer: ServerResponse): void {
    const { hostname, port } = this.target;
    const { method, url: path, headers } = asked;
    const onward = request({ hostname, port, method, path, headers }, (came) => {
      answer.writeHead(came.statusCode ?? 502, came.headers);
      came.pipe(answer);
    });
    onward.on('error', () => answer.destroy());
    asked.pipe(onward);
  }
}
