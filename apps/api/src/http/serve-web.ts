import { existsSync } from 'node:fs';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/**
 * Serves the built web application beside the API. Files with a hash in their name are kept by the
 * browser for a year; the page itself is asked for each time. Any address that is no file is the
 * page's, which has its own routes behind #.
 *
 * @param folder where the build lies; nothing is served when it is not there
 */
export async function serveWeb(app: NestFastifyApplication, folder: string): Promise<void> {
  if (!existsSync(folder)) return;
  await app.register(fastifyStatic, {
    root: folder,
    prefix: '/',
    wildcard: false,
    // The build has written its files in Brotli and gzip beside them.
    preCompressed: true,
    globIgnore: ['**/*.{br,gz}'],
    setHeaders: (reply, path) => {
      const hashed = /[/\\]assets[/\\]/.test(path);
      void reply.header(
        'Cache-Control',
        hashed ? 'public, max-age=31536000, immutable' : 'no-cache',
      );
    },
  });
}
