import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { ServerEnv } from '@tracker/process';
import type { DataSource } from 'typeorm';
import supertest from 'supertest';
import { createTestDatabase, createTestRedis, CuttableLine } from '@tracker/testing';
import { WorkerModule } from '../../../worker/src/worker.module';
import { createApp } from '../../src/create-app';

import { PASSWORD, TestHub } from './test-hub';

export type Agent = ReturnType<typeof supertest.agent>;

/** The API on a database and a Redis of its own, as a test talks to it. */
export interface TestApi {
  app: NestFastifyApplication;
  env: ServerEnv;
  dataSource: DataSource;
  hub: TestHub;
  /** Without a session. */
  anonymous: Agent;
  /** Signed in as a user of the hub. */
  as(user: { email: string }): Promise<Agent>;
  /** The worker's application beside it; stopped with the API. */
  startWorker(): Promise<INestApplicationContext>;
  /** What the API and the worker talk to PostgreSQL and Redis through; the test's own line is direct. */
  postgresLine: CuttableLine;
  redisLine: CuttableLine;
  stop(): Promise<void>;
}

/**
 * @param today the day that takes today's place, `YYYY-MM-DD`
 * @param more of the environment
 */
export async function startTestApi(
  today = '2024-11-20',
  more: Partial<ServerEnv> = {},
): Promise<TestApi> {
  const database = await createTestDatabase();
  const redis = await createTestRedis();
  const postgresLine = await CuttableLine.to(database.url);
  const redisLine = await CuttableLine.to(redis.url);
  const dataDir = await mkdtemp(join(tmpdir(), 'tracker-api-'));
  const env: ServerEnv = {
    nodeEnv: 'test',
    port: 0,
    host: '127.0.0.1',
    databaseUrl: postgresLine.url,
    redisUrl: redisLine.url,
    dataDir,
    demo: false,
    slowQueryMs: 0,
    logRequests: false,
    metricsHost: '127.0.0.1',
    logFormat: 'text',
    stopGraceMs: 0,
    preparedStatements: true,
    today,
    ...more,
  };
  const app = await createApp(env);
  await app.listen(0, '127.0.0.1');
  const address = await app.getUrl();
  let worker: INestApplicationContext | undefined;
  return {
    app,
    env,
    dataSource: database.dataSource,
    hub: new TestHub(database.dataSource),
    anonymous: supertest.agent(address),
    async as({ email }) {
      const agent = supertest.agent(address);
      await agent.post('/api/auth/sign-in').send({ email, password: PASSWORD }).expect(200);
      return agent;
    },
    async startWorker() {
      worker = await NestFactory.createApplicationContext(WorkerModule.forRoot(env), {
        logger: false,
      });
      return worker;
    },
    postgresLine,
    redisLine,
    async stop() {
      await worker?.close();
      await app.close();
      await Promise.all([postgresLine.cut(), redisLine.cut()]);
      await redis.drop();
      await database.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** Names of the uploads that are kept, and of those that are on their way. */
export async function uploadsOf({ env, dataSource }: TestApi): Promise<string[]> {
  const stored: { id: string }[] = await dataSource.query(
    `SELECT id FROM stored_files WHERE purpose = 'upload' ORDER BY id`,
  );
  const onTheirWay = await readdir(join(env.dataDir, 'uploads')).catch((): string[] => []);
  return [...stored.map(({ id }) => id), ...onTheirWay];
}

/** The query string of a list. */
export const listQuery = (query: {
  filter?: object;
  range?: [number, number];
  sort?: [string, string];
}) =>
  Object.fromEntries(Object.entries(query).map(([name, value]) => [name, JSON.stringify(value)]));

/** Asks again until the answer is as wanted; fails with the last answer after some seconds. */
export async function eventually<T>(
  ask: () => Promise<T>,
  wanted: (answer: T) => boolean,
  seconds = 10,
): Promise<T> {
  const until = Date.now() + seconds * 1000;
  for (;;) {
    const answer = await ask();
    if (wanted(answer)) return answer;
    if (Date.now() > until)
      throw new Error(`Not as wanted in ${seconds} s: ${JSON.stringify(answer)?.slice(0, 500)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
