import { carryAnswers, carryKey, type AnsweredRow, type CarriedDecision } from '@tracker/domain';
import type { EntityManager } from 'typeorm';
import { sql, statement } from '@tracker/data';
import type { RowOfFile } from './stage-rows';

/**
 * Rows of imports that stand, with what people answered for them, each visit once. A visit whose day
 * or school has been put right since is known by where it is now.
 */
const ANSWERED_BEFORE = statement(
  'imports.rows-answered-before',
  (importId: string) => sql<AnsweredRow>`
  SELECT "dayAsWritten", said, decision FROM (
    SELECT DISTINCT ON (coalesce(r.visit_id::text, concat(r.import_id, r.row_key)))
      r.day_as_written AS "dayAsWritten", r.said, d.decided_at, i.started_at, r.position,
      d.decision
        || CASE WHEN v.visited_on IS NOT NULL AND d.decision ->> 'visitedOn' IS NOT NULL
          THEN jsonb_build_object('visitedOn', v.visited_on) ELSE '{}' END
        || CASE WHEN v.id IS NOT NULL AND d.decision ->> 'schoolId' IS NOT NULL
          THEN jsonb_build_object('schoolId', v.school_id) ELSE '{}' END AS decision
    FROM import_row_decisions d
    JOIN imports i ON i.id = d.import_id AND i.status = 'done' AND NOT i.dry_run
    JOIN import_rows r ON r.import_id = d.import_id AND r.row_key = d.row_key
      AND r.outcome <> 'handed_back'
    LEFT JOIN visits v ON v.id = r.visit_id
    WHERE d.import_id <> ${importId} AND d.decision <> '{}'
      AND (r.visit_id IS NULL OR v.id IS NOT NULL)
    ORDER BY coalesce(r.visit_id::text, concat(r.import_id, r.row_key)), i.started_at DESC
  ) AS answered ORDER BY started_at DESC, position`,
);

const KEEP_CARRIED = statement(
  'imports.keep-carried-decisions',
  (importId: string, decisions: string) => sql`
  INSERT INTO import_row_decisions (import_id, row_key, decision)
  SELECT ${importId}, d."rowKey", d.decision
  FROM json_to_recordset(${decisions}::json) AS d ("rowKey" text, decision jsonb)`,
);

interface Carried {
  row: RowOfFile;
  decision: CarriedDecision;
}

/** Looks through the rows of a file for those that somebody put right when they were sent before. */
export async function openCarrying(manager: EntityManager, importId: string) {
  const answered = await ANSWERED_BEFORE.rows(manager, importId);
  const keys = new Set(answered.map(carryKey));
  const likely: RowOfFile[] = [];
  return {
    look(row: RowOfFile) {
      if (keys.has(carryKey(row))) likely.push(row);
    },
    /** Keeps the answers as decisions on the rows of this import; each can be taken back. */
    async keep(): Promise<Carried[]> {
      const carried = carryAnswers(likely, answered);
      const found = likely.flatMap((row) => {
        const decision = carried.get(row.rowKey);
        return decision ? [{ row, decision }] : [];
      });
      const written = found.map(({ row: { rowKey }, decision }) => ({ rowKey, decision }));
      if (found.length > 0) await KEEP_CARRIED.run(manager, importId, JSON.stringify(written));
      return found;
    },
  };
}
