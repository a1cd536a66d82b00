import { type Runner, sql, statement } from '../sql';

const REFRESH = statement(
  'visit-plans.refresh-lines',
  (planIds: readonly string[]) => sql`
  SELECT refresh_visit_plan_lines('{}', '{}', '{}', ${planIds}::uuid[])`,
);

const READY = statement(
  'visit-plans.ready',
  () => sql<{ id: string }>`SELECT id FROM visit_plans WHERE status = 'ready' ORDER BY id`,
);

/** Gives every line of a plan the status it has by the records; triggers do so for what changes afterwards. */
export async function refreshLinesOfPlan(on: Runner, planId: string): Promise<void> {
  await REFRESH.run(on, [planId]);
}

/** The same for every plan that is made: what changed while one was written is seen by nobody else. */
export async function refreshAllLines(on: Runner): Promise<void> {
  const plans = await READY.rows(on);
  if (plans.length > 0)
    await REFRESH.run(
      on,
      plans.map(({ id }) => id),
    );
}
