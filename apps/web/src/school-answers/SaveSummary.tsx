import { useState } from 'react';
import { useNotify } from 'react-admin';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import DownloadIcon from '@mui/icons-material/FileDownloadOutlined';
import PrintIcon from '@mui/icons-material/PrintOutlined';
import type { ExportFormat, SurveySummary, SurveySummaryQuery } from '@tracker/contract';
import { sentenceOf } from '../providers/problems';
import { saveSummary } from './answers-calls';

interface SaveSummaryProps {
  asked: SurveySummaryQuery;
  summary: SurveySummary;
}

/** The figures as a file, or on paper. */
export function SaveSummary({ asked, summary: { academicYear } }: SaveSummaryProps) {
  const notify = useNotify();
  const [busy, setBusy] = useState(false);
  const save = async (format: ExportFormat) => {
    setBusy(true);
    try {
      await saveSummary(asked, format, academicYear);
      notify('The figures are saved.');
    } catch (error) {
      notify(sentenceOf(error), { type: 'error' });
    } finally {
      setBusy(false);
    }
  };
  const icon = <DownloadIcon />;
  return (
    <Box className="no-print" sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
      <Button size="small" startIcon={icon} disabled={busy} onClick={() => void save('xlsx')}>
        Excel
      </Button>
      <Button size="small" startIcon={icon} disabled={busy} onClick={() => void save('csv')}>
        CSV
      </Button>
      <Button size="small" startIcon={<PrintIcon />} onClick={() => window.print()}>
        Print
      </Button>
    </Box>
  );
}
