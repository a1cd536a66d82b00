import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import DownloadIcon from '@mui/icons-material/FileDownloadOutlined';
import PrintIcon from '@mui/icons-material/PrintOutlined';
import type { ExportFormat } from '@tracker/contract';
import { useDownload } from './use-download';

interface SaveFiguresProps {
  save: (format: ExportFormat, signal: AbortSignal) => Promise<void>;
  /** Said once the file is there. */
  savedWords: string;
}

/** What a page shows as a file, or on paper. */
export function SaveFigures({ save, savedWords }: SaveFiguresProps) {
  const { busy, download, stop } = useDownload();
  const start = (format: ExportFormat) =>
    void download((signal) => save(format, signal), savedWords);
  const icon = <DownloadIcon />;
  return (
    <Box className="no-print" sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
      <Button size="small" startIcon={icon} disabled={busy} onClick={() => start('xlsx')}>
        Excel
      </Button>
      <Button size="small" startIcon={icon} disabled={busy} onClick={() => start('csv')}>
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
