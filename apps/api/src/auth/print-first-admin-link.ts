import type { INestApplication } from '@nestjs/common';
import type { ServerEnv } from '@tracker/process';
import { FirstAdminService } from './first-admin.service';

/**
 * Says at the start of a tracker without a user how to make the first one. It goes to standard
 * error, which whoever starts the tracker sees; the start does not fail over it.
 */
export async function printFirstAdminLink(app: INestApplication, env: ServerEnv): Promise<void> {
  if (env.demo) return;
  try {
    const link = await app.get(FirstAdminService).offer();
    if (!link) return;
    const host = env.host === '0.0.0.0' ? 'localhost' : env.host;
    console.error(
      `Nobody can sign in yet. Make the first administrator within 24 hours at\n` +
        `  http://${host}:${env.port}${link.path}\n` +
        `(or at the same path of the address people use). The link works once; a new start prints a new one.`,
    );
  } catch {
    console.error(
      'Whether there is a user could not be asked of the database. Are the migrations applied?',
    );
  }
}
