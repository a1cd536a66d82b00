import type { PlanRoundFilter } from './development-plans';
import type { FollowUpActionFilter } from './follow-up-actions';
import type { ImportFilter } from './imports';
import type { PlanDocumentFilter } from './plan-documents';
import type { QueueFilter } from './priority-queue';
import type { SchoolFilter } from './schools';
import type { VisitFilter } from './visits';

/** What the figures of the page Today count; the words for them are the screen's. */
export const TODAY_FIGURES = [
  'visits_this_year',
  'booked',
  'not_visited',
  'not_covered',
  'unlogged',
  'at_closed_school',
  'without_visitor',
  'proposed',
  'overdue_actions',
  'this_week',
  'failed_imports',
  'schools_to_decide',
  'without_region',
  'my_visits',
  'my_unlogged',
  'my_overdue_actions',
  'my_due_actions',
  'plans_before_visit',
  'plans_to_confirm',
] as const;
export type TodayFigureKey = (typeof TODAY_FIGURES)[number];

/** Lists whose lengths are figures, each with its filter. */
interface CountedLists {
  visits: VisitFilter;
  schools: SchoolFilter;
  'priority-queue': QueueFilter;
  'follow-up-actions': FollowUpActionFilter;
  imports: ImportFilter;
  'plan-round': PlanRoundFilter;
  'plan-documents': PlanDocumentFilter;
}

/** A list by its filter. */
export type CountedList = {
  [Resource in keyof CountedLists]: { resource: Resource; filter: CountedLists[Resource] };
}[keyof CountedLists];
