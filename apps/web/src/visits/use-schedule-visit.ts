import { useState } from 'react';
import {
  forbiddenTransitionSentence,
  formatDay,
  isDay,
  nextVisitStatus,
  type VisitWarningKey,
} from '@tracker/domain';
import type { Visit } from '@tracker/contract';
import { asItReads } from '../conflicts/conflict';
import { useSaveWithConflicts } from '../conflicts/use-conflicts';
import { useStaff } from '../fields/inputs';
import { keyByBody } from '../providers/idempotency';
import { call } from '../providers/call';

/** Day, time and visitor as a form holds them; empty text where something is left open. */
export interface PlanFields {
  scheduledOn: string;
  startTime: string;
  visitorId: string;
}

/** What goes with a plan beside day, time and visitor. */
export interface ScheduleWish {
  /** The warnings somebody has seen and goes ahead against. */
  accepting?: VisitWarningKey[];
  /** Why; kept in the history of the visit. */
  reason?: string;
}

export function planFieldsOf({ scheduledOn, startTime, visitorId }: Visit): PlanFields {
  return {
    scheduledOn: scheduledOn ?? '',
    startTime: startTime?.slice(0, 5) ?? '',
    visitorId: visitorId ?? '',
  };
}

/** Why a visit that somebody else changed can no longer be scheduled; null when it can. */
function impossible({ status }: Pick<Visit, 'status'>): string | null {
  if (nextVisitStatus(status, 'schedule') !== null) return null;
  return `Someone else changed the visit while you were looking at it. ${forbiddenTransitionSentence(status, 'schedule')}`;
}

/** What else has become of it that whoever schedules it should know; null when nothing has. */
function warning(before: Visit, { status, schoolId, schoolName }: Visit): string | null {
  if (schoolId !== before.schoolId) return `The visit is now planned at ${schoolName}.`;
  if (status === before.status || status !== 'confirmed') return null;
  return 'The school has confirmed the visit in the meantime. Moved, it has to be confirmed again.';
}

/**
 * Gives a visit its day, or another one. Asks which version to keep when somebody else changed it
 * meanwhile; resolves to `false` when the person would rather go back to the form. What speaks
 * against the plan and is not among the warnings accepted is thrown; with no list given nobody was
 * asked, and it goes through.
 */
export function useScheduleVisit() {
  const saveWithConflicts = useSaveWithConflicts();
  const [keyOf] = useState(keyByBody);
  const staff = useStaff();
  const fields = [
    {
      name: 'scheduledOn',
      label: 'Date',
      inWords: (value: unknown) => (isDay(value) ? formatDay(value) : 'No date'),
    },
    { name: 'startTime', label: 'Time' },
    {
      name: 'visitorId',
      label: 'Visitor',
      inWords: (value: unknown) => asItReads(staff.find(({ id }) => id === value)?.name),
    },
  ];
  return (
    visit: Visit,
    { scheduledOn, startTime, visitorId }: PlanFields,
    { accepting, reason }: ScheduleWish = {},
  ): Promise<Visit | false> =>
    saveWithConflicts({
      title: `Visit to ${visit.schoolName}`,
      fields,
      original: { ...planFieldsOf(visit) },
      inseparable: [['scheduledOn', 'startTime']],
      version: visit.version,
      values: { scheduledOn, startTime: startTime || null, visitorId: visitorId || null },
      read: (current) => ({ ...planFieldsOf(current as unknown as Visit) }),
      impossible: (current) => impossible(current as unknown as Visit),
      warning: (current) => warning(visit, current as unknown as Visit),
      save: (values, version) => {
        const body = {
          ...values,
          version,
          ...(accepting && { accepting }),
          ...(reason && { reason }),
        };
        return call('POST /api/visits/{id}/schedule', {
          id: visit.id,
          body,
          idempotencyKey: keyOf({ id: visit.id, ...body }),
        });
      },
    });
}
