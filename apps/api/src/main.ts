import 'reflect-metadata';
import {
  boundHeapGrowth,
  faultText,
  keepBeating,
  readServerEnv,
  survivePrinting,
} from '@tracker/process';
import { logWriter } from '@tracker/work';
import { printFirstAdminLink } from './auth/print-first-admin-link';
import { createApp } from './create-app';
import { leaveFirst } from './http/leave-first';

async function main(): Promise<void> {
  boundHeapGrowth();
  survivePrinting(process.stdout, process.stderr);
  const env = readServerEnv();
  const app = await createApp(env);
  app.useLogger(logWriter(env));
  leaveFirst(app, env);
  await app.listen(env.port, env.host);
  await printFirstAdminLink(app, env);
  // Started by another process, we end with it: nothing is left behind when that one is killed.
  process.on('disconnect', () => void app.close().finally(() => process.exit(0)));
  keepBeating();
  process.send?.('ready');
}

main().catch((error: unknown) => {
  console.error(faultText(error));
  process.exit(1);
});
