import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { Problem } from '@tracker/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Closing } from './closing';
import { ProblemException } from './problem';
import { sendProblem } from './problem.filter';
import { SECURITY_HEADERS } from './security-headers';

/** An address that is no route's: badly escaped, or with an id of hundreds of characters. */
export function refuseAddress(
  error: Error & { statusCode?: number },
  request: FastifyRequest,
  reply: FastifyReply,
  closing?: Closing,
): void {
  try {
    closing?.refuse(reply);
  } catch (thrown) {
    return sendProblem(thrown, request, reply);
  }
  const status = error.statusCode === 414 ? 414 : 400;
  const detail = status === 414 ? 'The address is too long.' : 'The address cannot be read.';
  sendProblem(new ProblemException(status, detail), request, reply);
}

/** What was not even a request: headers too long, too slow, or no HTTP. */
const UNREADABLE: Record<string, readonly [number, string]> = {
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'The request took too long to arrive.'],
  HPE_HEADER_OVERFLOW: [431, 'The headers of the request are too long.'],
};

interface UnreadableRequest extends Error {
  code?: string;
  /** The bytes that could not be read, a Buffer, where there are any. */
  rawPacket?: unknown;
}

/** The answer to HEAD ends with its headers; whoever asked would take a body for another answer. */
const asksForHead = ({ rawPacket }: UnreadableRequest): boolean =>
  Buffer.isBuffer(rawPacket) && rawPacket.subarray(0, 5).toString('latin1') === 'HEAD ';

/** Answers on the bare connection and ends it, as what else is on it cannot be told apart. */
export function refuseConnection(error: UnreadableRequest, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const [status, detail] = UNREADABLE[error.code ?? ''] ?? [400, 'The request cannot be read.'];
  const title = STATUS_CODES[status] ?? 'Error';
  const problem: Problem = {
    type: 'about:blank',
    title,
    status,
    detail,
    reference: randomUUID(),
  };
  const body = JSON.stringify(problem);
  const headers = {
    ...SECURITY_HEADERS,
    'content-type': 'application/problem+json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    connection: 'close',
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  socket.end(
    [`HTTP/1.1 ${status} ${title}`, ...lines, '', asksForHead(error) ? '' : body].join('\r\n'),
    () => socket.destroy(),
  );
}
