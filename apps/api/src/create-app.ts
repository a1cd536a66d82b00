import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import cookie from '@fastify/cookie';
import compress from '@fastify/compress';
import multipart from '@fastify/multipart';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { ServerEnv } from '@tracker/process';
import { Metrics } from '@tracker/work';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppModule } from './app.module';
import { closedByDefault } from './auth/closed-by-default';
import { SessionService } from './auth/session.service';
import { BODY_LIMIT, boundBodies } from './http/body-limits';
import { checkBodyShape } from './http/body-shape';
import { checkBodyEncoding } from './http/body-encoding';
import { checkBodyKind } from './http/body-kind';
import { Closing } from './http/closing';
import { refuseAddress, refuseConnection } from './http/early-refusals';
import { readJsonBodies } from './http/json-bodies';
import { sendListRanges } from './http/list-answer';
import { forbidKeeping } from './http/never-kept';
import { checkOrigin } from './http/origin-check';
import { problemHook } from './http/problem.filter';
import { requestLog } from './http/request-log';
import { requestMetrics } from './http/request-metrics';
import { securityHeaders } from './http/security-headers';
import { unnamedProxyNotice } from './http/unnamed-proxy';
import { serveWeb } from './http/serve-web';
import { describeApi } from './openapi/describe-api';
import { RateLimit } from './throttle/rate-limit';

/** Longest address with its headers, in bytes: a list may be asked for a thousand ids. */
const HEADER_LIMIT = 64 * 1024;
/** Largest file that can be imported, in bytes; England's register has 61 MB. */
export const FILE_LIMIT = 128 * 1024 * 1024;

/** The API, ready to listen, with the web application beside it when that is built. */
export async function createApp(env: ServerEnv): Promise<NestFastifyApplication> {
  const ending: { closing?: Closing } = {};
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    // Only a proxy that the operator names may say who asked and whether by HTTPS.
    trustProxy: env.trustProxy ? [...env.trustProxy] : false,
    // Answered by a hook of ours instead, as a problem.
    return503OnClosing: false,
    requestTimeout: 120_000,
    http: { maxHeaderSize: HEADER_LIMIT },
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) =>
      refuseAddress(error, request, reply, ending.closing),
    clientErrorHandler: refuseConnection,
    // The reference of a problem, and of what the audit trail says of the request.
    genReqId: () => randomUUID(),
    routerOptions: { maxParamLength: 200 },
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.forRoot(env), adapter, {
    logger: env.nodeEnv === 'test' ? false : ['error', 'warn', 'log'],
    bufferLogs: true,
    // What the operator can put right is said in its sentence, by whoever starts this.
    abortOnError: false,
  });
  app.setGlobalPrefix('api');
  await app.register(cookie);
  await app.register(compress, { threshold: 1024, globalDecompression: false });
  await app.register(multipart, {
    limits: { fileSize: FILE_LIMIT, files: 1, fields: 20, fieldSize: 64 * 1024 },
  });
  const fastify = app.getHttpAdapter().getInstance();
  readJsonBodies(app);
  const headers = securityHeaders(env);
  if (env.logRequests) fastify.addHook('onResponse', requestLog());
  if (env.metricsPort !== undefined)
    fastify.addHook('onResponse', requestMetrics(app.get(Metrics)));
  fastify.addHook('onRoute', boundBodies);
  sendListRanges(fastify);
  fastify.addHook('onRequest', async (_, reply) => void reply.headers(headers));
  fastify.addHook('onRequest', forbidKeeping);
  const closing = app.get(Closing);
  ending.closing = closing;
  fastify.addHook(
    'onRequest',
    problemHook((_, reply) => closing.refuse(reply)),
  );
  fastify.addHook('onSend', async (_, reply) => closing.endLine(reply));
  fastify.addHook('onRequest', unnamedProxyNotice());
  fastify.addHook('onRequest', problemHook(checkOrigin));
  const rateLimit = app.get(RateLimit);
  const findOut = closedByDefault(app.get(SessionService));
  fastify.addHook(
    'onRequest',
    problemHook((request) => rateLimit.countRequest(request, findOut)),
  );
  // JSON and uploads are what this API takes.
  fastify.addHook('preParsing', problemHook(checkBodyKind));
  fastify.addHook('preParsing', problemHook(checkBodyEncoding));
  fastify.addHook('preValidation', problemHook(checkBodyShape));
  describeApi(app);
  await serveWeb(app, join(__dirname, '../../web/dist'));
  return app;
}
