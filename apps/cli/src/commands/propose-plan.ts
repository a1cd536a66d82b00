import { readFileSync } from 'node:fs';
import {
  notesOf,
  planInFull,
  proposePlan,
  readPlanLines,
  readPlanProblem,
  UnreadablePlanFile,
  type PlanLine,
  type PlanProblem,
} from '@tracker/domain';
import { InvalidArgumentError, type Command } from 'commander';

/** Bytes of a file; 4,000 schools with all that may be said of them take some six million. */
const MOST_BYTES = 32_000_000;
/** What is wrong with the files, not with the tracker. */
const UNREADABLE = 2;

interface Options {
  previous?: string;
  seed: number;
  full?: true;
}

function seedOf(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('It is a whole number from 0.');
  return Number(text);
}

/** @throws UnreadablePlanFile */
function parse(name: string, bytes: Buffer): unknown {
  if (bytes.length > MOST_BYTES) {
    throw new UnreadablePlanFile(name, `It is larger than ${MOST_BYTES / 1e6} MB.`);
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return JSON.parse(text) as unknown;
  } catch {
    throw new UnreadablePlanFile(name, 'It is no JSON in UTF-8.');
  }
}

/** Standard input, no more of it than is needed to know that it is too large. */
async function readStdin(): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of process.stdin as AsyncIterable<Buffer>) {
    pieces.push(piece);
    size += piece.length;
    if (size > MOST_BYTES) break;
  }
  return Buffer.concat(pieces);
}

/** @throws UnreadablePlanFile */
function readPrevious(file: string): PlanLine[] {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown';
    throw new UnreadablePlanFile('--previous', `It cannot be read (${code}).`);
  }
  return readPlanLines(parse('--previous', bytes));
}

async function readInput({ previous }: Options): Promise<PlanProblem> {
  const problem = readPlanProblem(parse('the problem', await readStdin()));
  return previous === undefined ? problem : { ...problem, previous: readPrevious(previous) };
}

export function registerProposePlan(program: Command): void {
  program
    .command('propose-plan')
    .description(
      'Read a planning problem (visit-plan-problem/1) from standard input and print a plan of visits as JSON. No database is needed. Ends with 2 for a file that cannot be read.',
    )
    .option('--previous <file>', 'the plan before, which keeps its half terms where it can')
    .option('--seed <number>', 'the same gives the same plan', seedOf, 1)
    .option('--full', 'print figures, notes and reasons as well')
    .action(async (options: Options) => {
      try {
        const problem = await readInput(options);
        const { seed } = options;
        const lines = proposePlan(problem, { seed });
        if (!options.full) for (const note of notesOf(problem, lines)) console.error(note);
        const plan = options.full
          ? { format: 'visit-plan/1', seed, ...planInFull(problem, lines) }
          : lines;
        process.stdout.write(`${JSON.stringify(plan)}\n`);
      } catch (error) {
        if (!(error instanceof UnreadablePlanFile)) throw error;
        console.error(error.message.replace(/\s+/g, ' '));
        process.exitCode = UNREADABLE;
      }
    });
}
