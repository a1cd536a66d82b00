import { ReportProblem } from '../report-problem';
import type { MakeReport } from '../report-work';

export const makeStakeholderReport: MakeReport = () => {
  throw new ReportProblem('Not yet.');
};
