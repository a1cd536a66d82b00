import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import {
  boundHeapGrowth,
  faultText,
  keepBeating,
  readServerEnv,
  survivePrinting,
} from '@tracker/process';
import { logWriter } from '@tracker/work';
import { WorkerModule } from './worker.module';

async function main(): Promise<void> {
  boundHeapGrowth();
  survivePrinting(process.stdout, process.stderr);
  const env = readServerEnv();
  const app = await NestFactory.createApplicationContext(WorkerModule.forRoot(env), {
    logger: logWriter(env),
    // What the operator can put right is said in its sentence, below.
    abortOnError: false,
  });
  app.enableShutdownHooks();
  // Started by another process, we end with it: nothing is left behind when that one is killed.
  process.on('disconnect', () => void app.close().finally(() => process.exit(0)));
  keepBeating();
  process.send?.('ready');
}

main().catch((error: unknown) => {
  console.error(faultText(error));
  process.exit(1);
});
