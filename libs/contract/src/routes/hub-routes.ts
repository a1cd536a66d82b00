import type { AUDIT_LIST, HISTORY_LIST } from '../audit';
import type { VersionIfSeen } from '../common';
import type { SaveHubSettings } from '../hub-settings';
import type { IMPORT_ROW_LIST } from '../import-rows';
import type { FINDING_LIST, IMPORT_LIST, ImportDecision } from '../imports';
import type { KNOWN_NAME_LIST } from '../known-names';
import type { MAIL_LIST, MailTemplateChange, SaveMailSettings } from '../mail';
import type { ProgressQuery, SaveTarget } from '../progress';
import type { NewReport, REPORT_LIST, ReportNarrativeChange } from '../reports';
import type { ImportCalendar, SaveBankHolidayYear, SaveSchoolYear } from '../school-calendar';
import type { AuditEntry } from '../shapes/audit';
import type {
  BankHolidayYear,
  CalendarImport,
  SchoolCalendarSpan,
  SchoolYear,
} from '../shapes/calendar';
import type { Readiness, Today } from '../shapes/health';
import type { HubSettings } from '../shapes/hub-settings';
import type { Import, ImportFinding, VisitSheetPreview } from '../shapes/imports';
import type {
  Mail,
  MailDelivery,
  MailPreview,
  MailSettings,
  MailTemplate,
  MailWithAttachment,
} from '../shapes/mail';
import type { Progress, Target, TargetChange } from '../shapes/progress';
import type { MonthlyDigest, Report, ReportColumn, ReportNarrative } from '../shapes/reports';
import type { SetUp, TodaySummary } from '../shapes/today';
import type { ImportRow, KnownName, VisitReading } from '../shapes/visit-sheets';
import type { VisitCycle } from '../shapes/visits';
import type { VISIT_CYCLE_LIST } from '../visit-cycles';
import type { VisitorChoice } from '../visit-reading';
import type { VisitReadingOptions } from '../visit-sheets';
import type { MailWording, RowDecision } from '@tracker/domain';
import type { ExportQuery, ListRoute } from './route';

/** Settings of the hub, imports, reports, emails and the trail. */
export interface HubRoutes {
  'GET /api/health': { answer: { status: 'alive' } };
  'GET /api/health/ready': { answer: Readiness };
  'GET /api/today': { answer: Today };
  'GET /api/today/summary': { answer: TodaySummary };
  'GET /api/today/set-up': { answer: SetUp };
  'GET /api/school-calendar': { query: { from: string; to: string }; answer: SchoolCalendarSpan };
  'GET /api/school-years': { answer: SchoolYear[] };
  'GET /api/school-years/{year}': { answer: SchoolYear };
  'GET /api/bank-holidays': { answer: BankHolidayYear[] };
  'GET /api/bank-holidays/{year}': { answer: BankHolidayYear };
  'GET /api/hub-settings': { answer: HubSettings };
  'GET /api/progress': { query: ProgressQuery; answer: Progress };
  'GET /api/targets/{academicYear}': { answer: Target };
  'GET /api/targets/{academicYear}/history': { answer: TargetChange[] };
  'GET /api/visit-cycles': ListRoute<typeof VISIT_CYCLE_LIST, VisitCycle>;
  'GET /api/visit-cycles/{id}': { answer: VisitCycle };
  'GET /api/history': ListRoute<typeof HISTORY_LIST, AuditEntry>;
  'GET /api/mails': ListRoute<typeof MAIL_LIST, Mail>;
  'GET /api/mails/{id}': { answer: MailWithAttachment };
  'GET /api/reports': ListRoute<typeof REPORT_LIST, Report>;
  'GET /api/reports/{id}': { answer: Report };
  'GET /api/report-columns': { answer: ReportColumn[] };
  'GET /api/report-narratives/{academicYear}': { answer: ReportNarrative };
  'GET /api/monthly-digest': { answer: MonthlyDigest };
  'POST /api/reports': { body: NewReport; answer: Report };
  'GET /api/reports/{id}/file': { file: true };
  'POST /api/reports/{id}/stop': { answer: Report };
  'DELETE /api/reports/{id}': { answer: Report };
  'PUT /api/report-narratives/{academicYear}': {
    body: ReportNarrativeChange;
    answer: ReportNarrative;
  };
  'PUT /api/monthly-digest': { body: MonthlyDigest; answer: MonthlyDigest };
  'PUT /api/school-years/{year}': { body: SaveSchoolYear; answer: SchoolYear };
  'PUT /api/bank-holidays/{year}': { body: SaveBankHolidayYear; answer: BankHolidayYear };
  'POST /api/school-calendar/import': { body: ImportCalendar; answer: CalendarImport };
  'PUT /api/hub-settings': { body: SaveHubSettings; answer: HubSettings };
  'PUT /api/targets/{academicYear}': { body: SaveTarget; answer: Target };
  'GET /api/imports': ListRoute<typeof IMPORT_LIST, Import>;
  'POST /api/imports': { body: FormData; answer: Import };
  'POST /api/imports/columns': { body: FormData; answer: VisitSheetPreview };
  'GET /api/imports/{id}': { answer: Import };
  'POST /api/imports/{id}/apply': { answer: Import };
  'POST /api/imports/{id}/stop': { answer: Import };
  'POST /api/imports/{id}/undo': { answer: Import };
  'GET /api/imports/{id}/rejected.csv': { file: true };
  'GET /api/imports/{id}/findings': ListRoute<typeof FINDING_LIST, ImportFinding>;
  'POST /api/imports/{id}/decisions': { body: ImportDecision; answer: Import };
  'GET /api/imports/{id}/reading': { answer: VisitReading };
  'POST /api/imports/{id}/check': { body: VisitReadingOptions; answer: Import };
  'GET /api/imports/{id}/rows': ListRoute<typeof IMPORT_ROW_LIST, ImportRow>;
  'POST /api/imports/{id}/rows/{rowId}/decide': { body: RowDecision; answer: ImportRow };
  'POST /api/imports/{id}/visitors': { body: VisitorChoice; answer: VisitReading };
  'POST /api/imports/{id}/run': { answer: Import };
  'GET /api/known-names': ListRoute<typeof KNOWN_NAME_LIST, KnownName>;
  'DELETE /api/known-names/{id}': { answer: void };
  'POST /api/mails/{id}/send-again': { body: VersionIfSeen; answer: MailWithAttachment };
  'POST /api/mails/{id}/arrived': { body: VersionIfSeen; answer: MailWithAttachment };
  'POST /api/mails/{id}/cancel': { body: VersionIfSeen; answer: MailWithAttachment };
  'GET /api/mail-delivery': { answer: MailDelivery };
  'POST /api/mail-delivery/release': { answer: MailDelivery };
  'GET /api/mail-templates': { answer: MailTemplate[] };
  'GET /api/mail-templates/{kind}': { answer: MailTemplate };
  'PUT /api/mail-templates/{kind}': { body: MailTemplateChange; answer: MailTemplate };
  'DELETE /api/mail-templates/{kind}': { answer: MailTemplate };
  'POST /api/mail-templates/{kind}/preview': { body: MailWording; answer: MailPreview };
  'GET /api/mail-settings': { answer: MailSettings };
  'PUT /api/mail-settings': { body: SaveMailSettings; answer: MailSettings };
  'GET /api/audit': ListRoute<typeof AUDIT_LIST, AuditEntry>;
  'GET /api/audit/export': { query: ExportQuery<typeof AUDIT_LIST>; file: true };
}
