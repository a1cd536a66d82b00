import type { VisitEventKind, VisitKind, VisitWarning, VisitWarningKey } from '@tracker/domain';

/** One thing that happened to a visit. `GET /api/visits/:id/history` gives them, the first first. */
export interface VisitEvent {
  id: string;
  visitId: string;
  kind: VisitEventKind;
  /** ISO 8601 instant. */
  at: string;
  /** Null for a list that was imported and for the tracker itself. */
  byId: string | null;
  byName: string | null;
  /** The reason given, if one was. */
  why: string | null;
  /** Only of a cancellation: whose side it came from. */
  cancelledBy: 'school' | 'hub' | null;
  scheduledOnBefore: string | null;
  scheduledOn: string | null;
  /** `HH:MM`, local time. */
  startTimeBefore: string | null;
  startTime: string | null;
  visitorIdBefore: string | null;
  visitorNameBefore: string | null;
  visitorId: string | null;
  visitorName: string | null;
  /** Only of a visit that went to another school: one that followed, or the right one. */
  schoolNameBefore: string | null;
  /** Where it went; null also where that was not written down. */
  schoolName: string | null;
  /** Warnings it went ahead against. */
  overrode: VisitWarningKey[];
}

/** `GET /api/visits/warnings?schoolId&kind&scheduledOn&startTime&visitorId&exceptVisitId` */
export interface VisitWarningsQuery {
  schoolId: string;
  /** `cycle` when left out. */
  kind?: VisitKind;
  scheduledOn?: string;
  startTime?: string;
  visitorId?: string;
  /** The visit that is to be moved, which is not in its own way. */
  exceptVisitId?: string;
}

export interface VisitWarnings {
  warnings: VisitWarning[];
}
