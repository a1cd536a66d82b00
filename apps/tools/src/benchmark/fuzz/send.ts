import { Agent, request } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import type { FuzzedRequest } from './make-request';

export interface Answer {
  /** 0 when there was none. */
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
  /** Why there was none. */
  failure?: 'hang' | 'cut';
}

/** No answer for so long is a hang, in milliseconds. */
const PATIENCE = 10_000;

/** Sends requests as they are, over connections that are kept. */
export class Sender {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 32 });

  /** @param origin `http://127.0.0.1:3000` */
  constructor(private readonly origin: string) {}

  send(fuzzed: FuzzedRequest): Promise<Answer> {
    const { method, url, headers, body } = fuzzed;
    return new Promise((resolve) => {
      const none = (failure: 'hang' | 'cut') =>
        resolve({ status: 0, headers: {}, text: '', failure });
      const { hostname, port } = new URL(this.origin);
      const sent = request(
        { hostname, port, agent: this.agent, method, path: url, headers },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.once('error', () => none('cut'));
          response.once('end', () => {
            clearTimeout(timer);
            const text = Buffer.concat(chunks).toString();
            resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
          });
        },
      );
      const timer = setTimeout(() => {
        none('hang');
        sent.destroy();
      }, PATIENCE);
      sent.once('error', (error: NodeJS.ErrnoException) => {
        clearTimeout(timer);
        // The server may end a kept connection at the moment when it is used again.
        if (sent.reusedSocket && error.code === 'ECONNRESET') resolve(this.send(fuzzed));
        else none('cut');
      });
      if (body) sent.setHeader('content-length', body.length);
      sent.end(body);
    });
  }

  close(): void {
    this.agent.destroy();
  }
}
