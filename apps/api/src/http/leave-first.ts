import { setTimeout as sleep } from 'node:timers/promises';
import type { INestApplication } from '@nestjs/common';
import type { ServerEnv } from '@tracker/process';
import { Closing } from './closing';

/**
 * At SIGTERM the API goes on serving for TRACKER_STOP_GRACE_MS and says that it is not ready, so that the
 * proxy in front sends what comes next to another; then it ends what is under way and itself. A second
 * SIGTERM ends it at once.
 */
export function leaveFirst(app: INestApplication, { stopGraceMs }: ServerEnv): void {
  app.enableShutdownHooks(stopGraceMs === 0 ? undefined : ['SIGINT', 'SIGHUP', 'SIGQUIT']);
  if (stopGraceMs === 0) return;
  process.once('SIGTERM', () => {
    app.get(Closing).leave();
    void sleep(stopGraceMs)
      .then(() => app.close())
      // Nobody listens for it any more: that ends the process, and says to its parent by what.
      .finally(() => process.kill(process.pid, 'SIGTERM'));
  });
}
