import type { VisitKind } from '@tracker/domain';

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
