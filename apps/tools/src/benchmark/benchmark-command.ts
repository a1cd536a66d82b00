import { readEnv, todayOf } from '@tracker/process';
import { withServices } from '@tracker/embedded';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { benchmarkAudit } from './run-audit';
import { benchmarkBodies } from './run-bodies';
import { benchmarkCalendar } from './run-calendar';
import { benchmarkExport } from './run-export';
import { benchmarkFirstScreen } from './run-first-screen';
import { benchmarkFuzz } from './run-fuzz';
import { benchmarkImport } from './run-import';
import { benchmarkLog } from './run-log';
import { benchmarkChaos } from './run-chaos';
import { benchmarkOutages } from './run-outages';
import { benchmarkPlanFigures } from './run-plan-figures';
import { benchmarkPlanLines } from './run-plan-lines';
import { benchmarkPlanReading } from './run-plan-reading';
import { benchmarkPlanning } from './run-planning';
import { benchmarkProgress } from './run-progress';
import { benchmarkRanking } from './run-ranking';
import { checkPermissions } from './run-permissions';
import { benchmarkRequests, SIZES } from './run-requests';
import { benchmarkSavers } from './run-savers';
import { benchmarkUploads } from './run-uploads';
import { benchmarkWorkbook } from './run-workbook';
import { DEMO_PASSWORD } from '@tracker/domain';

interface ImportOptions {
  url: string;
  email: string;
}

interface FuzzOptions {
  requests: number;
  seed?: string;
}

function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,6}$/.test(text)) throw new InvalidArgumentError('It is a whole number from 1.');
  return Number(text);
}

export function registerBenchmark(program: Command): void {
  const benchmark = program
    .command('benchmark')
    .description(
      'Measure beside a stated baseline of the same minute, or count what must not happen.',
    );
  benchmark
    .command('ranking')
    .description(
      'Rank an England-sized hub (25,000 schools, 300,000 visits, made for it in a database of its own) by the job and by one hand-written SQL statement.',
    )
    .action(() =>
      withServices(({ databaseUrl, redisUrl, ...env }) =>
        benchmarkRanking({ databaseUrl, redisUrl, today: todayOf(env) }),
      ),
    );
  benchmark
    .command('requests')
    .description(
      'Drive the tracker as in production and a bare program on the same database in turn, 50 connections each, in a hub and in England; prints tables.',
    )
    .option('--seconds <seconds>', 'of each load', wholeNumber, 5)
    .addOption(new Option('--size <size>', 'of one alone').choices(Object.keys(SIZES)))
    .action(({ seconds, size }: { seconds: number; size?: string }) =>
      withServices(({ databaseUrl, redisUrl }) =>
        benchmarkRequests(
          { databaseUrl, redisUrl },
          { seconds, sizes: size ? [size] : Object.keys(SIZES) },
        ),
      ),
    );
  benchmark
    .command('audit')
    .description(
      'Save schools with and without the audit trail, in turn: through an API, on the database alone and thousands by one statement, in a database made for it.',
    )
    .action(() => withServices((services) => benchmarkAudit(services)));
  benchmark
    .command('calendar')
    .description(
      'Open a month with 500 visits and the plain list of visits in Chromium, in turns, on a demo hub of its own.',
    )
    .action(() =>
      withServices(({ databaseUrl, redisUrl, ...env }) =>
        benchmarkCalendar({ databaseUrl, redisUrl, today: todayOf(env) }),
      ),
    );
  benchmark
    .command('first-screen')
    .description(
      'Open Today and the queue of a demo hub of its own in Chromium on a slow line and processor, with nothing kept by the browser.',
    )
    .option('--beside <folder>', 'another checkout, built, measured in turn on the same hub')
    .action(({ beside }: { beside?: string }) =>
      withServices(({ databaseUrl, redisUrl, ...env }) =>
        benchmarkFirstScreen({ databaseUrl, redisUrl, today: todayOf(env) }, beside),
      ),
    );
  benchmark
    .command('export')
    .description(
      'Export the visits of an England-sized hub as CSV and as Excel through an API of its own, beside the bare COPY of PostgreSQL, and read the memory of the API.',
    )
    .action(() =>
      withServices(({ databaseUrl, redisUrl, ...env }) =>
        benchmarkExport({ databaseUrl, redisUrl, today: todayOf(env) }),
      ),
    );
  benchmark
    .command('workbook')
    .description(
      'Have a worker of its own make the workbook of an England-sized hub, beside the bare COPY of its visits, and read the memory of the worker.',
    )
    .action(() =>
      withServices(({ databaseUrl, redisUrl, ...env }) =>
        benchmarkWorkbook({ databaseUrl, redisUrl, today: todayOf(env) }),
      ),
    );
  benchmark
    .command('uploads')
    .description(
      'Send hostile and large files to the preview of an API with a demo hub of its own; print how long each took, the memory of the API, and how long others waited meanwhile.',
    )
    .action(() =>
      withServices(({ databaseUrl, redisUrl, ...env }) =>
        benchmarkUploads({ databaseUrl, redisUrl, today: todayOf(env) }),
      ),
    );
  benchmark
    .command('bodies')
    .description(
      'Send JSON bodies made to take long to an API with a demo hub of its own, and print how long each answer took.',
    )
    .action(() =>
      withServices(({ databaseUrl, redisUrl, ...env }) =>
        benchmarkBodies({ databaseUrl, redisUrl, today: todayOf(env) }),
      ),
    );
  benchmark
    .command('fuzz')
    .description(
      'Send requests made up from the description of the API to an API with a demo hub of its own, as every role and as nobody, and count what must not happen; ends with 1 if anything did.',
    )
    .option('--requests <number>', 'how many', wholeNumber, 10_000)
    .option('--seed <text>', 'the same gives the same requests')
    .action(({ requests, seed = String(Date.now()) }: FuzzOptions) =>
      withServices(({ databaseUrl, redisUrl, ...env }) =>
        benchmarkFuzz({ databaseUrl, redisUrl, today: todayOf(env) }, { requests, seed }),
      ),
    );
  benchmark
    .command('savers')
    .description(
      'Save one school from many hands at once, through an API with a demo hub of its own, and count which save won each version and what was lost; ends with 1 if anything was.',
    )
    .option('--savers <number>', 'how many', wholeNumber, 100)
    .action(({ savers }: { savers: number }) =>
      withServices(({ databaseUrl, redisUrl, ...env }) =>
        benchmarkSavers({ databaseUrl, redisUrl, today: todayOf(env) }, savers),
      ),
    );
  benchmark
    .command('chaos')
    .description(
      'Kill the API, the worker, PostgreSQL and Redis of a tracker of its own at random under load, and count saves lost or doubled and answers of 500; ends with 1 if there was one.',
    )
    .option('--kills <number>', 'how many', wholeNumber, 60)
    .option('--seed <number>', 'the same gives the same kills', wholeNumber)
    .action(({ kills, seed = 1 + (Date.now() % 999_999) }: { kills: number; seed?: number }) =>
      benchmarkChaos(kills, seed),
    );
  benchmark
    .command('outages')
    .description(
      'Make PostgreSQL read-only and fill its disk under load, in a tracker of its own on a small disk that is mounted for it; print the answers and how soon it saves again.',
    )
    .action(() => benchmarkOutages());
  benchmark
    .command('permissions')
    .description(
      'Ask every route as every role at schools of own, foreign and no region, and count the answers that the table of permissions does not give; ends with 1 if there is one.',
    )
    .action(() => checkPermissions());
  benchmark
    .command('progress')
    .description(
      'Ask for the progress of a hub of 540 schools, of an England-sized one and of one of its regions, through an API and by bare SQL, in turn.',
    )
    .action(() =>
      withServices(({ databaseUrl, redisUrl, ...env }) =>
        benchmarkProgress({ databaseUrl, redisUrl, today: todayOf(env) }),
      ),
    );
  benchmark
    .command('plan-figures')
    .description(
      'Ask what confirmed plans say, of 540 schools and of an England-sized hub with five years of plans each, through an API and by bare SQL, in turn.',
    )
    .action(() =>
      withServices(({ databaseUrl, redisUrl, ...env }) =>
        benchmarkPlanFigures({ databaseUrl, redisUrl, today: todayOf(env) }),
      ),
    );
  benchmark
    .command('plan-lines')
    .description(
      'Book and log visits while a plan of visits is in use, with and without the triggers that see which of its lines turn stale, in turn.',
    )
    .action(() =>
      withServices(({ databaseUrl, redisUrl, ...env }) =>
        benchmarkPlanLines({ databaseUrl, redisUrl, today: todayOf(env) }),
      ),
    );
  benchmark
    .command('log')
    .description(
      'Log visits with 30 answers and 5 actions in an England-sized hub, through an API and by bare SQL, in turn.',
    )
    .action(() =>
      withServices(({ databaseUrl, redisUrl, ...env }) =>
        benchmarkLog({ databaseUrl, redisUrl, today: todayOf(env) }),
      ),
    );
  benchmark
    .command('plan-reading <folder>')
    .description(
      'Read every document of a folder (.txt, .pdf, .docx, .html) as a music development plan and write what was read, by file name.',
    )
    .requiredOption('--out <file>', 'where the readings go, as JSON')
    .action((folder: string, { out }: { out: string }) =>
      benchmarkPlanReading(folder, out, todayOf(readEnv())),
    );
  benchmark
    .command('planning')
    .description(
      'Plan a year for invented hubs of 106 to 2,000 schools, beside the way of a spreadsheet: schools placed, lateness beside the least possible, kilometres, evenness and CPU.',
    )
    .action(() => benchmarkPlanning());
  benchmark
    .command('import <file>')
    .description(
      'Import a register file through a running tracker and wait for the ranking; then time one school.',
    )
    .option('--url <address>', 'where the tracker runs', 'http://127.0.0.1:3000')
    .option('--email <address>', 'a demo account that may import', 'head@demo.example')
    .action((file: string, options: ImportOptions) =>
      benchmarkImport({ ...options, password: DEMO_PASSWORD }, file),
    );
}
