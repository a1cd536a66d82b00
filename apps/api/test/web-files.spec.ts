import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { serveWeb } from '../src/http/serve-web';

const SCRIPT = 'export const words = "schools to visit next";\n'.repeat(100);
const PAGE = '<!doctype html><title>Tracker</title>';

@Module({})
class Nothing {}

let folder: string;
let app: NestFastifyApplication;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tracker-web-'));
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'index.html'), PAGE);
  await writeFile(join(folder, 'assets/index-abc.js'), SCRIPT);
  await writeFile(join(folder, 'assets/index-abc.js.br'), brotliCompressSync(SCRIPT));
  await writeFile(join(folder, 'assets/index-abc.js.gz'), gzipSync(SCRIPT));
  app = await NestFactory.create<NestFastifyApplication>(Nothing, new FastifyAdapter(), {
    logger: false,
  });
  await serveWeb(app, folder);
  await app.init();
});
afterAll(async () => {
  await app?.close();
  await rm(folder, { recursive: true, force: true });
});

const get = (url: string, encoding: string) =>
  app.inject({ method: 'GET', url, headers: { 'accept-encoding': encoding } });

it.each([
  ['gzip, deflate, br, zstd', 'br', brotliCompressSync(SCRIPT)],
  ['gzip', 'gzip', gzipSync(SCRIPT)],
  ['identity', undefined, Buffer.from(SCRIPT)],
])('to %s gives the file of the build as %s', async (asked, encoding, bytes) => {
  const { headers, rawPayload } = await get('/assets/index-abc.js', asked);
  expect(headers['content-encoding']).toBe(encoding);
  expect(headers['content-type']).toMatch(/javascript/);
  expect(headers.vary).toBe('accept-encoding');
  expect(headers.etag).toBeDefined();
  expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
  expect(rawPayload).toEqual(bytes);
});

it('gives the page itself, which has no compressed file, and asks for it anew each time', async () => {
  const { statusCode, headers, payload } = await get('/', 'br');
  expect([statusCode, payload]).toEqual([200, PAGE]);
  expect(headers['cache-control']).toBe('no-cache');
});

it('has no address for the compressed files', async () => {
  expect((await get('/assets/index-abc.js.br', 'identity')).statusCode).toBe(404);
});
