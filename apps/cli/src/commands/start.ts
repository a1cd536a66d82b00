import { readEnv } from '@tracker/process';
import type { Command } from 'commander';
import { start } from '../start';

export function registerStart(program: Command): void {
  program
    .command('start')
    .description(
      'Start everything: PostgreSQL and Redis unless DATABASE_URL and REDIS_URL are set, the API with the website, and the worker.',
    )
    .action(() => start(readEnv()));
}
