import { today } from '@tracker/server';
import type { Command } from 'commander';
import { benchmarkAudit } from '../benchmark/run-audit';
import { benchmarkImport } from '../benchmark/run-import';
import { benchmarkRanking } from '../benchmark/run-ranking';
import { DEMO_PASSWORD } from '../demo';
import { withServices } from '../with-services';

interface ImportOptions {
  url: string;
  email: string;
}

export function registerBenchmark(program: Command): void {
  const benchmark = program
    .command('benchmark')
    .description('Measure, beside a stated baseline of the same minute.');
  benchmark
    .command('ranking')
    .description(
      'Rank an England-sized hub (25,000 schools, 300,000 visits, made for it in a database of its own) by the job and by one hand-written SQL statement.',
    )
    .action(() =>
      withServices(({ databaseUrl, redisUrl, ...env }) =>
        benchmarkRanking({ databaseUrl, redisUrl, today: today(env) }),
      ),
    );
  benchmark
    .command('audit')
    .description(
      'Save schools with and without the audit trail, in turn: through an API and on the database alone, in a database made for it.',
    )
    .action(() => withServices((services) => benchmarkAudit(services)));
  benchmark
    .command('import <file>')
    .description(
      'Import a register file through a running tracker and wait for the ranking; then time one school..',
    )
    .option('--url <address>', 'where the tracker runs', 'http://127.0.0.1:3000')
    .option('--email <address>', 'a demo account that may import', 'head@demo.example')
    .action((file: string, options: ImportOptions) =>
      benchmarkImport({ ...options, password: DEMO_PASSWORD }, file),
    );
}
