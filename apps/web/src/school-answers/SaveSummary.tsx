import type { ExportFormat, SurveySummary, SurveySummaryQuery } from '@tracker/contract';
import { saveFile } from '../fields/save-export';
import { SaveFigures } from '../fields/SaveFigures';
import { callForFile } from '../providers/call';

interface SaveSummaryProps {
  asked: SurveySummaryQuery;
  summary: SurveySummary;
}

export function SaveSummary({ asked, summary: { academicYear } }: SaveSummaryProps) {
  const save = async (format: ExportFormat, signal: AbortSignal) => {
    const query = { ...asked, format };
    const file = await callForFile('GET /api/survey-summary/export', { query, signal });
    saveFile(`what-schools-told-us-${academicYear}.${format}`, file);
  };
  return <SaveFigures save={save} savedWords="The figures are saved." />;
}
