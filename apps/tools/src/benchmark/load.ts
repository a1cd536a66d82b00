import { Agent, request } from 'node:http';

/** One request of a load. */
export interface Asked {
  method?: 'GET' | 'POST';
  path: string;
  headers?: Record<string, string>;
  body?: string;
}

/** What came of a load. */
export interface LoadFigures {
  answered: number;
  seconds: number;
  /** Milliseconds. */
  p50: number;
  p99: number;
  /** Answers that were no success, by their status. */
  failed: Record<number, number>;
}

/**
 * Asks a server over so many connections that are kept, each for the next as soon as it has its answer.
 *
 * @param next the nth request
 * @throws whatever a connection fails with
 */
export async function load(
  origin: string,
  { connections, seconds }: { connections: number; seconds: number },
  next: (n: number) => Asked,
): Promise<LoadFigures> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const times: number[] = [];
  const failed: Record<number, number> = {};
  const begun = performance.now();
  const until = begun + seconds * 1000;
  let asked = 0;
  const ask = async (): Promise<void> => {
    while (performance.now() < until) {
      const sent = performance.now();
      const status = await statusOf(origin, agent, next(asked++));
      if (status < 300) times.push(performance.now() - sent);
      else failed[status] = (failed[status] ?? 0) + 1;
    }
  };
  try {
    await Promise.all(Array.from({ length: connections }, ask));
  } finally {
    agent.destroy();
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor(times.length * share)] ?? Number.NaN;
  return {
    ...{ answered: times.length, seconds: (performance.now() - begun) / 1000, failed },
    ...{ p50: at(0.5), p99: at(0.99) },
  };
}

function statusOf(
  origin: string,
  agent: Agent,
  { method = 'GET', path, headers = {}, body }: Asked,
): Promise<number> {
  const length = body === undefined ? {} : { 'Content-Length': Buffer.byteLength(body) };
  return new Promise((resolve, reject) => {
    const sent = request(
      `${origin}${path}`,
      { method, agent, headers: { ...headers, ...length } },
      (answer) => {
        answer.resume();
        answer.on('end', () => resolve(answer.statusCode ?? 0));
        answer.on('error', reject);
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}
