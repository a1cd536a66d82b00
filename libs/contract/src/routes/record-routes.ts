import type { BIN_LIST } from '../bin';
import type { VersionIfSeen } from '../common';
import type { CONTACT_LIST, ContactChange, NewContact } from '../contacts';
import type {
  ACTION_LIST,
  ActionToVisit,
  FollowUpActionChange,
  NewFollowUpAction,
} from '../follow-up-actions';
import type { VisitRecipientChange } from '../mail';
import type { NewPriorityRefresh, NewQueueHold, QUEUE_LIST, REFRESH_LIST } from '../priority-queue';
import type { SCHOOL_LIST, SchoolChange, SchoolsRegion } from '../schools';
import type { SchoolBrief } from '../shapes/briefs';
import type { VisitRecipient } from '../shapes/mail';
import type { OfflinePack } from '../shapes/offline-pack';
import type { Contact, DeletedContact } from '../shapes/people';
import type { BestDays, NearbySchool, VisitRefill } from '../shapes/planning';
import type { PriorityRefresh, QueueEntry } from '../shapes/queue';
import type { School } from '../shapes/schools';
import type { TimelineEntry } from '../shapes/timeline';
import type { VisitEvent, VisitWarnings } from '../shapes/visit-history';
import type { DeletedAction, FollowUpAction, Visit } from '../shapes/visits';
import type { TIMELINE_LIST } from '../timeline';
import type { VisitWarningsQuery } from '../visit-history';
import type { CorrectVisit, LogVisit } from '../visit-outcomes';
import type {
  CancelVisit,
  ConfirmVisit,
  MoveVisit,
  NewVisit,
  ScheduleVisit,
  UnvoidVisit,
  VISIT_LIST,
  VisitNotHeld,
  VisitToSchool,
  VoidVisit,
} from '../visits';
import type { ExportQuery, ListRoute } from './route';

/** Schools, and what is recorded of them. */
export interface RecordRoutes {
  'GET /api/schools': ListRoute<typeof SCHOOL_LIST, School>;
  'GET /api/schools/export': { query: ExportQuery<typeof SCHOOL_LIST>; file: true };
  'GET /api/schools/facets': { answer: { districts: string[]; phases: string[] } };
  'GET /api/schools/{id}': { answer: School };
  'GET /api/schools/{id}/brief': { answer: SchoolBrief };
  'GET /api/schools/{id}/timeline': ListRoute<typeof TIMELINE_LIST, TimelineEntry>;
  'GET /api/schools/{id}/nearby': { query: { limit?: number }; answer: NearbySchool[] };
  'GET /api/schools/{id}/best-days': {
    query: { from?: string; visitorId?: string };
    answer: BestDays;
  };
  'GET /api/contacts': ListRoute<typeof CONTACT_LIST, Contact>;
  'GET /api/contacts/bin': ListRoute<typeof BIN_LIST, DeletedContact>;
  'GET /api/contacts/{id}': { answer: Contact };
  'GET /api/offline-pack': { query: { visitId?: string; schoolId?: string }; answer: OfflinePack };
  'GET /api/visits': ListRoute<typeof VISIT_LIST, Visit>;
  'GET /api/visits/export': { query: ExportQuery<typeof VISIT_LIST>; file: true };
  'GET /api/visits/{id}': { answer: Visit };
  'GET /api/visits/{id}/history': { answer: VisitEvent[] };
  'GET /api/visits/{id}/refill': { answer: VisitRefill };
  'GET /api/visits/warnings': { query: VisitWarningsQuery; answer: VisitWarnings };
  'GET /api/follow-up-actions': ListRoute<typeof ACTION_LIST, FollowUpAction>;
  'GET /api/follow-up-actions/export': { query: ExportQuery<typeof ACTION_LIST>; file: true };
  'GET /api/follow-up-actions/bin': ListRoute<typeof BIN_LIST, DeletedAction>;
  'GET /api/follow-up-actions/{id}': { answer: FollowUpAction };
  'GET /api/priority-queue': ListRoute<typeof QUEUE_LIST, QueueEntry>;
  'GET /api/priority-queue/export': { query: ExportQuery<typeof QUEUE_LIST>; file: true };
  'GET /api/priority-queue/{schoolId}': { answer: QueueEntry };
  'GET /api/priority-refreshes': ListRoute<typeof REFRESH_LIST, PriorityRefresh>;
  'GET /api/priority-refreshes/{id}': { answer: PriorityRefresh };
  'GET /api/visits/{id}/recipient': { answer: VisitRecipient };
  'PUT /api/schools/{id}': { body: SchoolChange; answer: School };
  'POST /api/contacts': { body: NewContact; answer: Contact };
  'PUT /api/contacts/{id}': { body: ContactChange; answer: Contact };
  'DELETE /api/contacts/{id}': { query: VersionIfSeen; answer: Contact };
  'POST /api/contacts/{id}/restore': { answer: Contact };
  'POST /api/visits': { body: NewVisit; answer: Visit };
  'POST /api/visits/{id}/schedule': { body: ScheduleVisit; answer: Visit };
  'POST /api/visits/{id}/confirm': { body: ConfirmVisit; answer: Visit };
  'POST /api/visits/{id}/cancel': { body: CancelVisit; answer: Visit };
  'POST /api/visits/{id}/not-held': { body: VisitNotHeld; answer: Visit };
  'POST /api/visits/{id}/outcome': { body: LogVisit; answer: Visit };
  'POST /api/visits/{id}/correct': { body: CorrectVisit; answer: Visit };
  'POST /api/visits/{id}/move': { body: MoveVisit; answer: Visit };
  'POST /api/visits/{id}/void': { body: VoidVisit; answer: Visit };
  'POST /api/visits/{id}/unvoid': { body: UnvoidVisit; answer: Visit };
  'POST /api/visits/{id}/to-school': { body: VisitToSchool; answer: Visit };
  'PUT /api/visits/{id}/recipient': { body: VisitRecipientChange; answer: VisitRecipient };
  'POST /api/follow-up-actions': { body: NewFollowUpAction; answer: FollowUpAction };
  'PUT /api/follow-up-actions/{id}': { body: FollowUpActionChange; answer: FollowUpAction };
  'DELETE /api/follow-up-actions/{id}': { query: VersionIfSeen; answer: FollowUpAction };
  'POST /api/follow-up-actions/{id}/restore': { answer: FollowUpAction };
  'POST /api/follow-up-actions/{id}/visit': { body: ActionToVisit; answer: FollowUpAction };
  'POST /api/priority-queue/{schoolId}/hold': { body: NewQueueHold; answer: QueueEntry };
  'DELETE /api/priority-queue/{schoolId}/hold': { answer: QueueEntry };
  'POST /api/schools/region': { body: SchoolsRegion; answer: { schools: number } };
  'POST /api/priority-refreshes': { body: NewPriorityRefresh; answer: { id: string } };
  'POST /api/priority-refreshes/{id}/stop': { answer: PriorityRefresh };
}
