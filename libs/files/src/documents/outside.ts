import type { Day, PlanContext, PlanLists, PlanReading } from '@tracker/domain';
import { blocksOfText, PlanWords, readPlan } from '@tracker/domain/plan-reading';
import { askOutside, outsideTask, type OutsideLimits } from '../outside';
import { UnreadableFileError } from '../reading/unreadable-file-error';
import { DocumentSpent, SENTENCES } from './document-bounds';
import { readDocument, type ReadDocument } from './read-document';

export interface PlanToRead {
  /** A file, or the text that was pasted. */
  source: { path: string } | { text: string };
  today: Day;
  context?: PlanContext;
  /** The hub's lists, where it has added to them. */
  lists?: PlanLists;
}

export interface ReadPlan {
  document: ReadDocument;
  reading: PlanReading;
}

export async function* planTask({
  source,
  today,
  context,
  lists,
}: PlanToRead): AsyncGenerator<ReadPlan> {
  const document = 'path' in source ? await readDocument(source.path) : documentOfText(source.text);
  const words = lists ? new PlanWords(lists) : undefined;
  yield { document, reading: readPlan(document, today, context, words) };
}

function documentOfText(text: string): ReadDocument {
  if (text.trim() === '') throw new UnreadableFileError(SENTENCES.empty);
  new DocumentSpent().text(text);
  return { title: null, blocks: blocksOfText(text), format: 'text' };
}

const PLAN = outsideTask<PlanToRead, ReadPlan>(require.resolve('./outside'), 'planTask');

/** A plan is read within seconds, or something is wrong with it. */
const FOR_A_PLAN: OutsideLimits = {
  cpuSeconds: 8,
  seconds: 30,
  heapMegabytes: 200,
  megabytes: 300,
  sentences: {
    time: 'Reading the document took too long, so it was stopped. Send the plan alone, or paste its text.',
    memory:
      'Reading the document took too much memory, so it was stopped. Send the plan alone, or paste its text.',
  },
};

/**
 * What a plan says: its text is taken out and read in a process of its own, with limits of time and
 * memory.
 *
 * @throws UnreadableFileError with a sentence for the person who sent it; ReadingBusyError when too
 *   many wait
 */
export const readPlanOutside = (
  plan: PlanToRead,
  limits: OutsideLimits = FOR_A_PLAN,
): Promise<ReadPlan> => askOutside(PLAN, plan, limits);
