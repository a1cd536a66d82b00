import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import cookie from '@fastify/cookie';
import compress from '@fastify/compress';
import multipart from '@fastify/multipart';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { ServerEnv } from '@tracker/server';
import { AppModule } from './app.module';
import { closedByDefault } from './auth/closed-by-default';
import { SessionService } from './auth/session.service';
import { BODY_LIMIT, boundBodies } from './http/body-limits';
import { checkBodyShape } from './http/body-shape';
import { checkBodyEncoding } from './http/body-encoding';
import { refuseAddress, refuseConnection } from './http/early-refusals';
import { readJsonBodies } from './http/json-bodies';
import { checkOrigin } from './http/origin-check';
import { problemHook } from './http/problem.filter';
import { securityHeaders } from './http/security-headers';
import { serveWeb } from './http/serve-web';
import { describeApi } from './openapi/describe-api';
import { RateLimit } from './throttle/rate-limit';

/** Largest file that can be imported, in bytes; England's register has 61 MB. */
export const FILE_LIMIT = 128 * 1024 * 1024;

/** The API, ready to listen, with the web application beside it when that is built. */
export async function createApp(env: ServerEnv): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    // A proxy on this machine or on the containers' network may say who asked and whether by HTTPS.
    trustProxy: 'loopback, linklocal, uniquelocal',
    requestTimeout: 120_000,
    frameworkErrors: refuseAddress,
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
  // JSON and uploads are what this API takes; other kinds are a 415.
  fastify.removeContentTypeParser('text/plain');
  readJsonBodies(app);
  const headers = securityHeaders(env);
  fastify.addHook('onRoute', boundBodies);
  fastify.addHook('onRequest', async (_, reply) => void reply.headers(headers));
  fastify.addHook('onRequest', problemHook(checkOrigin));
  const rateLimit = app.get(RateLimit);
  fastify.addHook(
    'onRequest',
    problemHook((request) => rateLimit.perAddress(request)),
  );
  fastify.addHook('onRequest', problemHook(closedByDefault(app.get(SessionService))));
  fastify.addHook(
    'onRequest',
    problemHook((request) => rateLimit.perUser(request)),
  );
  fastify.addHook('preParsing', problemHook(checkBodyEncoding));
  fastify.addHook('preValidation', problemHook(checkBodyShape));
  describeApi(app);
  await serveWeb(app, join(__dirname, '../../web/dist'));
  app.enableShutdownHooks();
  return app;
}
