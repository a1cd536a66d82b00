import {
  createPlanListReader,
  DAY_MAY_BE_SWAPPED,
  formatDay,
  isPlanListHeader,
  PLAN_LIST_HEADER_WITHIN,
  planListProblem,
  type PlanListReader,
  shorten,
  unmatchedSentence,
} from '@tracker/domain';
import { BatchInsert } from '../batch-insert';
import { ImportProblem } from '../import-problem';
import { cellTexts, type FileRow, type ImportWork } from '../import-work';
import { requireRows } from '../file-rows';
import { storableJson } from '../visits/keep-reading';
import { openSchoolMatching } from '../visits/match-rows';
import {
  CREATE_STAGED_PLANS,
  HOLD_PLANS,
  STAGE_PLANS,
  TAKE_OUT_SAID_TWICE,
  TAKE_OUT_SWAPPED,
  TAKE_OUT_UNDATED,
} from './plans-import.queries';

/** Twice the schools of England. */
const MOST_ROWS = 50_000;

const NOBODY_LOOKED =
  'A row that says that none was found needs the person who looked. Import the file on the website, where it is the person signed in.';

interface StagedPlan {
  line: number;
  schoolId: string;
  schoolWritten: string;
  /** Null where somebody looked and found none. */
  academicYear: string | null;
  lastAcademicYear: string | null;
  url: string | null;
  seenOn: string;
  daySaid: boolean;
  dayWritten: string;
  mayBeSwapped: boolean;
  cells: string[];
}

/** Finds the header among the first rows. @throws ImportProblem */
async function openList(rows: AsyncIterator<FileRow>, work: ImportWork): Promise<PlanListReader> {
  let first: readonly FileRow['cells'][number][] = [];
  for (let seen = 0; seen < PLAN_LIST_HEADER_WITHIN; seen += 1) {
    const next = await rows.next();
    if (next.done) break;
    const { cells } = next.value;
    if (first.length === 0) first = cells;
    if (!isPlanListHeader(cells)) continue;
    const reader = createPlanListReader(cells, work.today);
    if ('problem' in reader) throw new ImportProblem(reader.problem);
    work.header = cellTexts(cells);
    return reader;
  }
  throw new ImportProblem(planListProblem(first) ?? 'The file is empty.');
}

/** Reads every row into `staged_plans` or a rejection. */
export async function stagePlans(work: ImportWork, file: AsyncIterable<FileRow>): Promise<void> {
  const { manager, record, rejections, today } = work;
  const iterator = file[Symbol.asyncIterator]();
  const reader = await openList(iterator, work);
  await CREATE_STAGED_PLANS.run(manager);
  const matchSchool = await openSchoolMatching(manager);
  const staging = new BatchInsert<StagedPlan>(
    (rows) => STAGE_PLANS.run(manager, rows),
    1_000,
    storableJson,
  );
  let count = 0;
  for await (const { line, cells: read } of requireRows({
    [Symbol.asyncIterator]: () => iterator,
  })) {
    count += 1;
    if (count > MOST_ROWS) {
      throw new ImportProblem('The file has more than 50,000 rows. Send it in parts.');
    }
    const cells = cellTexts(read);
    const row = reader.read(read, line);
    if ('skipped' in row) {
      work.skipped += 1;
      continue;
    }
    if ('rejection' in row) {
      await rejections.reject(row.rejection, cells);
      continue;
    }
    const { school, plan, seenOn, mayBeSwapped } = row.entry;
    const { schoolName = String(school.urn) } = school;
    const reject = (message: string) =>
      rejections.reject(
        { line, column: reader.titles.school, value: shorten(schoolName), message },
        cells,
      );
    const query = { ...school, visitedOn: seenOn ?? today };
    const match = matchSchool(query);
    const unmatched = unmatchedSentence(match, query);
    if (!('schoolId' in match)) {
      await reject(unmatched ?? 'The school was not found.');
    } else if (plan === null && record.requestedById === null) {
      await reject(NOBODY_LOOKED);
    } else {
      await staging.add({
        ...{ line, schoolId: match.schoolId, schoolWritten: shorten(schoolName), mayBeSwapped },
        academicYear: plan?.academicYear ?? null,
        lastAcademicYear: plan?.lastAcademicYear ?? null,
        url: plan?.address ?? null,
        ...{ seenOn: seenOn ?? today, daySaid: seenOn !== null },
        dayWritten: reader.dayWritten(read),
        cells,
      });
    }
  }
  await staging.flush();
  await takeOut(work, reader);
}

/** Hands back what cannot be taken once all rows are known, and what is on record. */
async function takeOut(work: ImportWork, reader: PlanListReader): Promise<void> {
  const { manager, rejections } = work;
  const { titles } = reader;
  if (reader.sawMonthFirst()) {
    for (const { line, dayWritten, cells } of await TAKE_OUT_SWAPPED.rows(manager)) {
      const about = { line, column: titles.day, value: dayWritten };
      await rejections.reject({ ...about, message: DAY_MAY_BE_SWAPPED }, cells);
    }
  }
  for (const row of await TAKE_OUT_SAID_TWICE.rows(manager)) {
    if (row.same) {
      work.skipped += 1;
      continue;
    }
    const which = row.later ? 'has a later day' : 'is for them already';
    const message = `Of this school and academic year only line ${row.takenLine} is taken, which ${which}.`;
    const about = { line: row.line, column: titles.school, value: row.schoolWritten };
    await rejections.reject({ ...about, message }, row.cells);
  }
  await HOLD_PLANS.run(manager);
  for (const row of await TAKE_OUT_UNDATED.rows(manager)) {
    const other = row.otherYears ? 'covers other years' : 'has another address';
    const message = `The plan from ${row.academicYear} on that is on record, seen on ${formatDay(row.knownOn)}, ${other}. Say on which day this one was seen.`;
    const about = { line: row.line, column: titles.day, value: '' };
    await rejections.reject({ ...about, message }, row.cells);
  }
}
