import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { BODY_LIMIT } from './body-limits';
import { DEEPEST_BODY, MOST_VALUES } from './body-shape';
import { malformed, type ProblemException } from './problem';

const [QUOTE, BACKSLASH, COMMA, OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [
  ...Buffer.from('"\\,[]{}'),
] as [number, number, number, number, number, number, number];

/** Reads JSON bodies, but counts first: to parse what is refused afterwards costs most of all. */
export function readJsonBodies(app: NestFastifyApplication): void {
  const parse = app.getHttpAdapter().getInstance().getDefaultJsonParser('error', 'error');
  app.useBodyParser('application/json', { bodyLimit: BODY_LIMIT }, (request, body, done) => {
    const problem = bytesProblem(body);
    if (problem) done(problem);
    else void parse(request as FastifyRequest, body.toString(), done);
  });
}

/** What is wrong with the size of a body, by its brackets and commas alone; those in texts do not count. */
function bytesProblem(body: Buffer): ProblemException | null {
  let depth = 0;
  let values = 0;
  for (let at = 0; at < body.length; at += 1) {
    const byte = body[at];
    if (byte === QUOTE) at = endOfText(body, at);
    else if (byte === COMMA) values += 1;
    else if (byte === OPEN_LIST || byte === OPEN_OBJECT) depth += 1;
    else if (byte === CLOSE_LIST || byte === CLOSE_OBJECT) depth -= 1;
    if (depth > DEEPEST_BODY + 1) return malformed('The body is nested too deeply.');
    if (values > MOST_VALUES) return malformed('The body holds more values than any route takes.');
  }
  return null;
}

function endOfText(body: Buffer, start: number): number {
  let at = start + 1;
  while (at < body.length && body[at] !== QUOTE) at += body[at] === BACKSLASH ? 2 : 1;
  return at;
}
