import type { PlanningWindow, SchoolAvailability, VisitorCapacity } from '@tracker/domain';
import { defineList } from './define-list';

/** A school or a town on record; one of the two. */
export interface VisitorStart {
  schoolId?: string;
  town?: string;
}

/** `PUT /api/visitors/:id/capacity`; of themselves a person may change their weekdays alone. */
export interface SaveVisitorCapacity extends VisitorCapacity {
  /** Absent for somebody who has none on record yet. */
  version?: number;
  /** Null for none. Left out, it stays. */
  startsFrom?: VisitorStart | null;
}

/** `POST /api/visitor-absences` */
export interface NewVisitorAbsence {
  userId: string;
  from: string;
  to: string;
}

/** `GET /api/visitor-absences`. */
export const VISITOR_ABSENCE_LIST = defineList({
  filters: {
    id: 'uuids',
    userId: 'uuid',
    /** That end on this day or later. */
    from: 'day',
    /** That begin on this day or earlier. */
    to: 'day',
  },
  sorts: ['id', 'from', 'userName'],
});

/** `PUT /api/planning-windows/:academicYear`: the whole year's list at once. */
export interface SavePlanningWindows {
  /** Absent for a year that is not on record yet. */
  version?: number;
  windows: PlanningWindow[];
}

/** `PUT /api/account/busy-calendar` */
export interface SaveBusyCalendar {
  address: string;
}

/** `PUT /api/schools/:id/availability` */
export interface SaveSchoolAvailability extends SchoolAvailability {
  /** Absent for a school that has said nothing yet. */
  version?: number;
  /** Who said so, and what else. */
  note?: string | null;
}
