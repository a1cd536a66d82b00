import { connect } from 'node:net';

/** What is sent to a port as it is written, and what comes back until the other side ends. */
export function rawRequest(port: number, sent: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(sent));
    socket.on('data', (chunk) => (answer += chunk.toString('latin1')));
    socket.on('close', () => resolve(answer)).on('error', reject);
  });
}

/** A GET whose address is sent as it is written: no client of HTTP has put it right. */
export async function rawGet(
  port: number,
  target: string,
  headers: Record<string, string> = {},
): Promise<{ status: number; text: string }> {
  const lines = Object.entries({ Host: 'tracker.example', Connection: 'close', ...headers });
  const text = await rawRequest(
    port,
    [`GET ${target} HTTP/1.1`, ...lines.map((line) => line.join(': ')), '', ''].join('\r\n'),
  );
  return { status: Number(text.slice(9, 12)), text };
}
