import { connect, createServer, type Server, type Socket } from 'node:net';

/** A line to a server that a test can cut and mend: to whoever is behind it, the server is gone. */
export class CuttableLine {
  private readonly sockets = new Set<Socket>();
  private server: Server | undefined;
  private port = 0;

  private constructor(private readonly target: URL) {}

  /** @param url address of the real server, `redis://..` or `postgres://..` */
  static async to(url: string): Promise<CuttableLine> {
    const line = new CuttableLine(new URL(url));
    await line.mend();
    return line;
  }

  /** The same address through this line. */
  get url(): string {
    const url = new URL(this.target);
    url.hostname = '127.0.0.1';
    url.port = String(this.port);
    return url.href;
  }

  async mend(): Promise<void> {
    const { hostname, port } = this.target;
    this.server = createServer((near) => {
      const far = connect(Number(port), hostname);
      for (const socket of [near, far]) {
        this.sockets.add(socket);
        socket.on('error', () => undefined);
        socket.on('close', () => {
          this.sockets.delete(socket);
          near.destroy();
          far.destroy();
        });
      }
      near.pipe(far).pipe(near);
    });
    await new Promise<void>((resolve) => this.server?.listen(this.port, '127.0.0.1', resolve));
    const address = this.server.address();
    if (address && typeof address === 'object') this.port = address.port;
  }

  async cut(): Promise<void> {
    const closed = new Promise<void>((resolve) => {
      if (this.server?.listening) this.server.close(() => resolve());
      else resolve();
    });
    for (const socket of this.sockets) socket.destroy();
    await closed;
  }
}
