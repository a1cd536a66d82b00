import {
  ACTION_PRIORITY_WORDS,
  ACTION_STATUS_WORDS,
  type ActionPriority,
  type ActionStatus,
} from '@tracker/domain';
import { onRecord, openAction, shared, sql, statement } from '@tracker/data';
import type { ReportPeriod } from '../report-period';
import { field, SCHOOL_CELLS, type SchoolCells, schoolColumns, type SheetPlan } from './sheet';

interface ActionRow extends SchoolCells {
  id: string;
  visitId: string | null;
  title: string;
  detail: string | null;
  owner: string | null;
  dueOn: string | null;
  priority: ActionPriority;
  status: ActionStatus;
  createdAt: Date;
  closedAt: Date | null;
}

/** Actions written down in the period, and those that were still open when it began. */
const ACTIONS = statement('reports.actions-sheet', (period: ReportPeriod) => {
  const [opensOn, closesOn] = [shared(period.opensOn), period.closesOn];
  const regionId = shared(period.regionId);
  return sql<ActionRow>`
  SELECT a.id, a.visit_id AS "visitId", ${SCHOOL_CELLS}, a.title, a.detail, u.name AS owner,
    a.due_on AS "dueOn", a.priority, a.status, a.created_at AS "createdAt",
    a.closed_at AS "closedAt"
  FROM follow_up_actions a JOIN schools s ON s.id = a.school_id
  LEFT JOIN regions r ON r.id = s.region_id LEFT JOIN users u ON u.id = a.owner_id
  WHERE ${onRecord('a')} AND (${opensOn}::date IS NULL OR (
      (a.created_at AT TIME ZONE 'Europe/London')::date <= ${closesOn}::date
      AND ((a.created_at AT TIME ZONE 'Europe/London')::date >= ${opensOn}::date
        OR ${openAction()}
        OR (a.closed_at AT TIME ZONE 'Europe/London')::date >= ${opensOn}::date)))
    AND (${regionId}::uuid IS NULL OR s.region_id = ${regionId})
  ORDER BY a.due_on, a.id`;
});

export function actionsSheet(period: ReportPeriod): SheetPlan<ActionRow> {
  return {
    name: 'Actions',
    oneRowIs: 'One action that was written down in the period or still open when it began',
    statement: ACTIONS.write(period),
    columns: [
      field('id', 'Action ID'),
      field('visitId', 'Visit ID'),
      ...schoolColumns<ActionRow>(),
      field('title', 'Action'),
      field('detail', 'Detail'),
      field('owner', 'Owner'),
      field('dueOn', 'Due', 'day'),
      {
        ...{ key: 'priority', heading: 'Priority', kind: 'text' },
        value: ({ priority }) => ACTION_PRIORITY_WORDS[priority],
      },
      {
        ...{ key: 'status', heading: 'Status', kind: 'text' },
        value: ({ status }) => ACTION_STATUS_WORDS[status],
      },
      {
        ...{ key: 'createdAt', heading: 'Written down', kind: 'instant' },
        value: ({ createdAt }) => createdAt.toISOString(),
      },
      {
        ...{ key: 'closedAt', heading: 'Closed', kind: 'instant' },
        value: ({ closedAt }) => closedAt?.toISOString(),
      },
    ],
  };
}
