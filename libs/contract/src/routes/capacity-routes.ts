import type {
  NewVisitorAbsence,
  SaveBusyCalendar,
  SavePlanningWindows,
  SaveSchoolAvailability,
  SaveVisitorCapacity,
  VISITOR_ABSENCE_LIST,
} from '../capacity';
import type {
  BusyCalendar,
  PlanningWindows,
  SchoolAvailabilityOnRecord,
  VisitorAbsence,
  VisitorCapacityOnRecord,
  VisitorsTime,
} from '../shapes/capacity';
import type { ListRoute } from './route';

/** What visitors can take and when schools can be visited. */
export interface CapacityRoutes {
  'GET /api/visitors/{id}/capacity': { answer: VisitorCapacityOnRecord };
  'PUT /api/visitors/{id}/capacity': { body: SaveVisitorCapacity; answer: VisitorCapacityOnRecord };
  'GET /api/visitors-time/{academicYear}': { answer: VisitorsTime };
  'GET /api/visitor-absences': ListRoute<typeof VISITOR_ABSENCE_LIST, VisitorAbsence>;
  'POST /api/visitor-absences': { body: NewVisitorAbsence; answer: VisitorAbsence };
  'DELETE /api/visitor-absences/{id}': { answer: VisitorAbsence };
  'GET /api/account/busy-calendar': { answer: BusyCalendar };
  'PUT /api/account/busy-calendar': { body: SaveBusyCalendar; answer: BusyCalendar };
  'DELETE /api/account/busy-calendar': { answer: BusyCalendar };
  'GET /api/planning-windows/{academicYear}': { answer: PlanningWindows };
  'PUT /api/planning-windows/{academicYear}': {
    body: SavePlanningWindows;
    answer: PlanningWindows;
  };
  'GET /api/schools/{id}/availability': { answer: SchoolAvailabilityOnRecord };
  'PUT /api/schools/{id}/availability': {
    body: SaveSchoolAvailability;
    answer: SchoolAvailabilityOnRecord;
  };
}
