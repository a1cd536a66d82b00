import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

const AS_IT_IS = ['accept-encoding', 'if-none-match', 'if-modified-since'];

/** A tracker of which a new version can come out while it is open in a browser. */
export class ReleasedTracker {
  private versions = 0;

  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  /** @param url address of the tracker that really answers */
  static async before(url: string): Promise<ReleasedTracker> {
    const released: { at?: ReleasedTracker } = {};
    const server = createServer((asked, answer) => {
      const { method, url: path = '/', headers } = asked;
      const isWorker = path === '/sw.js';
      // Whole and as it is, so that a letter can be added.
      if (isWorker) for (const name of AS_IT_IS) delete headers[name];
      const passed = request(new URL(path, url), { method, headers }, (given) => {
        if (isWorker) delete given.headers['content-length'];
        answer.writeHead(given.statusCode ?? 502, given.headers);
        given.pipe(answer, { end: !isWorker });
        // One letter more or less is another version to a browser.
        if (isWorker) given.on('end', () => answer.end(`\n//${released.at?.versions}`));
      });
      passed.on('error', () => answer.destroy());
      asked.pipe(passed);
    });
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    released.at = new ReleasedTracker(server, `http://127.0.0.1:${port}`);
    return released.at;
  }

  release(): void {
    this.versions += 1;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
