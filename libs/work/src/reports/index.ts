export { findReportFile } from './report-files';
export { runReport, type ReportOptions } from './run-report';
export { sweepReports } from './sweep-reports';
export {
  answerHeading,
  type AskedQuestion,
  askedQuestions,
  kindOfAnswers,
} from './asked-questions';
