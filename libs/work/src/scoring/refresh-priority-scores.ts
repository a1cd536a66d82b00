import { type Day, isAlternativeOrSpecial, planStanding, scoreSchool } from '@tracker/domain';
import type { DataSource, EntityManager } from 'typeorm';
import { getHubSettings, planRecordOf, type SettingsInForce } from '@tracker/data';
import {
  ADD_UP_PLACES,
  CLAIM_FIRST,
  CLAIM_STALE,
  DROP_SCORES_OUT_OF_SCOPE,
  type FactsRow,
  SCORE_FACTS,
  WRITE_SCORES,
} from './score-facts.queries';

/** Schools ranked in one transaction: large enough to be quick, small enough to hold nobody up. */
const BATCH = 2_500;

export interface RefreshResult {
  /** Schools looked at. */
  schools: number;
  /** Schools whose score, state or reasons are other ones now. */
  changed: number;
}

/**
 * Ranks every school that is marked stale. Any number of workers may do this at once, and doing it
 * twice changes nothing: each batch claims its schools, and a failure gives them back.
 *
 * @param today the day in Europe/London, `YYYY-MM-DD`
 * @param onBatch called after each committed batch with the sums so far
 */
export async function refreshPriorityScores(
  dataSource: DataSource,
  today: Day,
  onBatch: (sofar: RefreshResult) => Promise<void> | void = () => undefined,
): Promise<RefreshResult> {
  const settings = await getHubSettings(dataSource.manager);
  const sum: RefreshResult = { schools: 0, changed: 0 };
  for (;;) {
    const batch = await dataSource.transaction((manager) => refreshBatch(manager, today, settings));
    if (batch.schools === 0) break;
    sum.schools += batch.schools;
    sum.changed += batch.changed;
    await onBatch({ ...sum });
  }
  if (sum.changed > 0) await ADD_UP_PLACES.run(dataSource);
  return sum;
}

async function refreshBatch(
  manager: EntityManager,
  today: Day,
  settings: SettingsInForce,
): Promise<RefreshResult> {
  const first = await CLAIM_FIRST.rows(manager, BATCH);
  const claimed = first.length > 0 ? first : await CLAIM_STALE.rows(manager, BATCH);
  if (claimed.length === 0) return { schools: 0, changed: 0 };
  const ids = claimed.map(({ id }) => id);
  const rows = await SCORE_FACTS.rows(manager, { ids, today });
  const written = await writeScores(manager, rows, today, settings);
  const dropped = await DROP_SCORES_OUT_OF_SCOPE.run(manager, ids);
  return { schools: ids.length, changed: written + dropped };
}

async function writeScores(
  manager: EntityManager,
  rows: FactsRow[],
  today: Day,
  { weights, planRules }: SettingsInForce,
): Promise<number> {
  if (rows.length === 0) return 0;
  const scores = rows.map((row) => {
    const { id, lastVisitedOn, fsmPercent, overdueActions, hasMusicLead } = row;
    const facts = {
      ...{ lastVisitedOn, fsmPercent, overdueActions, hasMusicLead },
      plan: planStanding(planRecordOf(row, today), today, planRules),
      specialOrAlternative: isAlternativeOrSpecial(row.establishmentType ?? ''),
    };
    return { id, lastVisitedOn, ...scoreSchool(facts, today, weights) };
  });
  const written = await WRITE_SCORES.row(manager, JSON.stringify(scores));
  return written?.changed ?? 0;
}
