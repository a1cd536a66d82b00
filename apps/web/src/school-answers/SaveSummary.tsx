import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import DownloadIcon from '@mui/icons-material/FileDownloadOutlined';
import PrintIcon from '@mui/icons-material/PrintOutlined';
import type { ExportFormat, SurveySummary, SurveySummaryQuery } from '@tracker/contract';
import { useDownload } from '../fields/use-download';
import { saveFile } from '../fields/save-export';
import { callForFile } from '../providers/call';

interface SaveSummaryProps {
  asked: SurveySummaryQuery;
  summary: SurveySummary;
}

/** The figures as a file, or on paper. */
export function SaveSummary({ asked, summary: { academicYear } }: SaveSummaryProps) {
  const { busy, download, stop } = useDownload();
  const save = (format: ExportFormat) =>
    download(async (signal) => {
      const query = { ...asked, format };
      const file = await callForFile('GET /api/survey-summary/export', { query, signal });
      saveFile(`what-schools-told-us-${academicYear}.${format}`, file);
    }, 'The figures are saved.');
  const icon = <DownloadIcon />;
  return (
    <Box className="no-print" sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
      <Button size="small" startIcon={icon} disabled={busy} onClick={() => void save('xlsx')}>
        Excel
      </Button>
      <Button size="small" startIcon={icon} disabled={busy} onClick={() => void save('csv')}>
        CSV
      </Button>
      {busy && (
        <Button size="small" onClick={stop}>
          Stop
        </Button>
      )}
      <Button size="small" startIcon={<PrintIcon />} onClick={() => window.print()}>
        Print
      </Button>
    </Box>
  );
}
