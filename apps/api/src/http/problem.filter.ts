import { STATUS_CODES } from 'node:http';
import {
  type ArgumentsHost,
  Catch,
  type ExceptionFilter,
  HttpException,
  Logger,
} from '@nestjs/common';
import type { Problem } from '@tracker/contract';
import { outageOf } from '@tracker/data';
import { LogLine } from '@tracker/work';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { namesOf } from './api-address';
import { ProblemException } from './problem';
import { translateDatabaseError } from './database-errors';
import { SavingState } from './saving-state';
import { SECURITY_HEADERS } from './security-headers';

/** Turns whatever went wrong into problem details; the cause stays in the log beside the reference. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly saving: SavingState) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    this.saving.note(outageOf(thrown));
    const http = host.switchToHttp();
    sendProblem(thrown, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }
}

/** Makes a check that throws problems into a hook that answers with them, for any route there is. */
export function problemHook(
  check: (request: FastifyRequest, reply: FastifyReply) => Promise<void> | void,
) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | void> => {
    try {
      await check(request, reply);
    } catch (thrown) {
      sendProblem(thrown, request, reply);
      return reply;
    }
  };
}

const logger = new Logger('Problem');

/** Answers with problem details, whatever was thrown. */
export function sendProblem(thrown: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const exception = asProblem(thrown);
  const status = exception.getStatus();
  // The audit trail has the same one.
  const reference = request.id;
  const { errors, current, warnings, rules, retryAfter } = exception.extras;
  const problem: Problem = {
    type: 'about:blank',
    title: STATUS_CODES[status] ?? 'Error',
    status,
    detail: exception.detail,
    ...(errors ? { errors } : {}),
    reference,
    ...(current === undefined ? {} : { current }),
    ...(warnings ? { warnings } : {}),
    ...(rules ? { rules } : {}),
  };
  if (status >= 500) {
    const cause = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
    const fields = { ...namesOf(request), status };
    logger.error(new LogLine(Object.values(fields).join(' '), fields, cause));
  }
  if (retryAfter !== undefined) void reply.header('Retry-After', String(retryAfter));
  void reply
    .status(status)
    // Some refusals pass no hook: an address that cannot be read is one.
    .headers(SECURITY_HEADERS)
    .header('Content-Type', 'application/problem+json; charset=utf-8')
    .header('Cache-Control', 'no-store')
    .send(problem);
}

function asProblem(thrown: unknown): ProblemException {
  if (thrown instanceof ProblemException) return thrown;
  const translated = translateDatabaseError(thrown);
  if (translated) return translated;
  if (thrown instanceof HttpException) {
    const status = thrown.getStatus();
    return new ProblemException(status, SENTENCES[status] ?? thrown.message);
  }
  return fastifyProblem(thrown) ?? new ProblemException(500, SENTENCES[500] as string);
}

/** Fastify's own refusals (body too large, not JSON) carry a status of theirs. */
function fastifyProblem(thrown: unknown): ProblemException | null {
  if (!(thrown instanceof Error) || !('statusCode' in thrown)) return null;
  const status = Number(thrown.statusCode);
  if (!(status >= 400 && status < 500)) return null;
  return new ProblemException(status, SENTENCES[status] ?? 'The request cannot be read.');
}

const SENTENCES: Record<number, string> = {
  400: 'The request cannot be read: its body is not the JSON it says it is.',
  404: 'There is nothing at this address.',
  405: 'This address does not take such a request.',
  413: 'What was sent is too large.',
  415: 'The request says it is of a kind that this address does not take; send JSON.',
  500: 'Something went wrong on our side and nothing was changed. Please tell whoever looks after the system the reference.',
};
