import { CreateTracker1795296468751 } from './1795296468751-CreateTracker';
import { AddAccountLinks1795301800000 } from './1795301800000-AddAccountLinks';
import { AddAuditTrail1795302000000 } from './1795302000000-AddAuditTrail';
import { SpeedUpAuditTrail1795400000000 } from './1795400000000-SpeedUpAuditTrail';
import { AddUndoRequestedBy1795400100000 } from './1795400100000-AddUndoRequestedBy';
import { AddVisitHistoryAndSchoolCalendar1795401000000 } from './1795401000000-AddVisitHistoryAndSchoolCalendar';
import { AddSurveys1795402000000 } from './1795402000000-AddSurveys';
import { AddMail1795403000000 } from './1795403000000-AddMail';
import { AddVisitOutcomeDetails1795404000000 } from './1795404000000-AddVisitOutcomeDetails';
import { AddActionLife1795405000000 } from './1795405000000-AddActionLife';
import { AddSettingVersions1795407100000 } from './1795407100000-AddSettingVersions';
import { AddOpenVisitsIndex1795407200000 } from './1795407200000-AddOpenVisitsIndex';
import { AddCompletedVisitsByDayIndex1795408000000 } from './1795408000000-AddCompletedVisitsByDayIndex';
import { SealByIndex1795409000000 } from './1795409000000-SealByIndex';
import { AddBookedVisitsByDayIndex1795409100000 } from './1795409100000-AddBookedVisitsByDayIndex';
import { AddMailSearchIndex1795409200000 } from './1795409200000-AddMailSearchIndex';
import { AddTargets1795410000000 } from './1795410000000-AddTargets';
import { AddAnswerTags1795411000000 } from './1795411000000-AddAnswerTags';
import { AddReports1795412000000 } from './1795412000000-AddReports';
import { AddReportFigures1795412100000 } from './1795412100000-AddReportFigures';
import { AddSurveySentMail1795413500000 } from './1795413500000-AddSurveySentMail';
import { AddImportAttempts1795414000000 } from './1795414000000-AddImportAttempts';
import { AddMailHolds1795415000000 } from './1795415000000-AddMailHolds';
import { AddImportFindings1795416000000 } from './1795416000000-AddImportFindings';
import { AddSchoolSearchText1795416100000 } from './1795416100000-AddSchoolSearchText';
import { AddVisitReadings1795417000000 } from './1795417000000-AddVisitReadings';
import { AddTakingBack1795418000000 } from './1795418000000-AddTakingBack';
import { AddUserPreferences1795419000000 } from './1795419000000-AddUserPreferences';
import { AddClockwork1795421000000 } from './1795421000000-AddClockwork';
import { AddDeviceReports1795434000000 } from './1795434000000-AddDeviceReports';
import { AddPasswordResetMail1795434100000 } from './1795434100000-AddPasswordResetMail';
import { AddLogReminder1795440000000 } from './1795440000000-AddLogReminder';
import { AddStopping1795441000000 } from './1795441000000-AddStopping';
import { AuditFindings1795441100000 } from './1795441100000-AuditFindings';
import { MarkTouchedSchools1795442000000 } from './1795442000000-MarkTouchedSchools';
import { KeepSchoolStandings1795450000000 } from './1795450000000-KeepSchoolStandings';
import { AddReportMissingLetters1795452000000 } from './1795452000000-AddReportMissingLetters';
import { CountQueuePlaces1795460000000 } from './1795460000000-CountQueuePlaces';
import { AddScopeIndexes1795460500000 } from './1795460500000-AddScopeIndexes';
import { RankTouchedFirst1795460600000 } from './1795460600000-RankTouchedFirst';
import { StoreFiles1795461000000 } from './1795461000000-StoreFiles';
import { KnowPlans1796000000000 } from './1796000000000-KnowPlans';
import { GivePurposes1796100000000 } from './1796100000000-GivePurposes';
import { SpeedUpSearches1796150000000 } from './1796150000000-SpeedUpSearches';
import { KeepPlanDocuments1796200000000 } from './1796200000000-KeepPlanDocuments';
import { ImportPlanLists1796250000000 } from './1796250000000-ImportPlanLists';
import { KnowCapacities1796300000000 } from './1796300000000-KnowCapacities';
import { FetchPlans1796350000000 } from './1796350000000-FetchPlans';
import { LabelPriorities1796360000000 } from './1796360000000-LabelPriorities';
import { PassLooksOn1796380000000 } from './1796380000000-PassLooksOn';
import { ReadBusyCalendars1796383000000 } from './1796383000000-ReadBusyCalendars';
import { MakeVisitPlans1796400000000 } from './1796400000000-MakeVisitPlans';
import { MarkStaleLines1796410000000 } from './1796410000000-MarkStaleLines';
import { WriteFewStandings1796415000000 } from './1796415000000-WriteFewStandings';
import { CountBusyByVisitor1796417000000 } from './1796417000000-CountBusyByVisitor';
import { OfferDays1796420000000 } from './1796420000000-OfferDays';

/** All migrations in order; a test fails when a file of this folder is missing here. */
export const migrations = [
  CreateTracker1795296468751,
  AddAccountLinks1795301800000,
  AddAuditTrail1795302000000,
  SpeedUpAuditTrail1795400000000,
  AddUndoRequestedBy1795400100000,
  AddVisitHistoryAndSchoolCalendar1795401000000,
  AddSurveys1795402000000,
  AddMail1795403000000,
  AddVisitOutcomeDetails1795404000000,
  AddActionLife1795405000000,
  AddSettingVersions1795407100000,
  AddOpenVisitsIndex1795407200000,
  AddCompletedVisitsByDayIndex1795408000000,
  SealByIndex1795409000000,
  AddBookedVisitsByDayIndex1795409100000,
  AddMailSearchIndex1795409200000,
  AddTargets1795410000000,
  AddAnswerTags1795411000000,
  AddReports1795412000000,
  AddReportFigures1795412100000,
  AddSurveySentMail1795413500000,
  AddImportAttempts1795414000000,
  AddMailHolds1795415000000,
  AddImportFindings1795416000000,
  AddSchoolSearchText1795416100000,
  AddVisitReadings1795417000000,
  AddTakingBack1795418000000,
  AddUserPreferences1795419000000,
  AddClockwork1795421000000,
  AddDeviceReports1795434000000,
  AddPasswordResetMail1795434100000,
  AddLogReminder1795440000000,
  AddStopping1795441000000,
  AuditFindings1795441100000,
  MarkTouchedSchools1795442000000,
  KeepSchoolStandings1795450000000,
  AddReportMissingLetters1795452000000,
  CountQueuePlaces1795460000000,
  AddScopeIndexes1795460500000,
  RankTouchedFirst1795460600000,
  StoreFiles1795461000000,
  KnowPlans1796000000000,
  GivePurposes1796100000000,
  SpeedUpSearches1796150000000,
  KeepPlanDocuments1796200000000,
  ImportPlanLists1796250000000,
  KnowCapacities1796300000000,
  FetchPlans1796350000000,
  LabelPriorities1796360000000,
  PassLooksOn1796380000000,
  ReadBusyCalendars1796383000000,
  MakeVisitPlans1796400000000,
  MarkStaleLines1796410000000,
  WriteFewStandings1796415000000,
  CountBusyByVisitor1796417000000,
  OfferDays1796420000000,
];
