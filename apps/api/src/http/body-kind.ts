import { applyDecorators } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiConsumes } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { ProblemException } from './problem';

/** Marks a route that takes a file; all others take JSON. */
export const TakesUpload = () =>
  applyDecorators(RouteConfig({ takesUpload: true }), ApiConsumes('multipart/form-data'));

const takesUpload = ({ routeOptions }: FastifyRequest): boolean =>
  'takesUpload' in routeOptions.config;

/** JSON has one encoding; its name may stand in quotation marks. */
const JSON_KIND = /^application\/json\s*(;\s*charset\s*=\s*("utf-?8"|utf-?8)\s*)?;?\s*$/i;
const UPLOAD_KIND = /^multipart\/form-data\s*;/i;

/**
 * A body says that it is of the kind that its route takes, and says it in full: a form, a text, JSON
 * in another encoding or a relative of JSON is not read as if it were JSON.
 *
 * @throws 415
 */
export async function checkBodyKind(request: FastifyRequest): Promise<void> {
  if (request.is404 || !hasBody(request)) return;
  const kind = request.headers['content-type'] ?? '';
  if (takesUpload(request)) {
    // JSON goes on to who may, and is refused where the file is looked for.
    if (!UPLOAD_KIND.test(kind) && !JSON_KIND.test(kind)) {
      throw new ProblemException(415, 'Send the file as multipart/form-data.');
    }
  } else if (!JSON_KIND.test(kind)) {
    throw new ProblemException(415, 'Send the body as JSON: application/json, in UTF-8.');
  }
}

function hasBody({ method, headers }: FastifyRequest): boolean {
  if (method === 'GET' || method === 'HEAD') return false;
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}
