import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import DownloadIcon from '@mui/icons-material/FileDownloadOutlined';
import PrintIcon from '@mui/icons-material/PrintOutlined';
import type { ExportFormat } from '@tracker/contract';
import { saveExport } from '../fields/save-export';
import { useDownload } from '../fields/use-download';
import type { PlanFiguresAddress } from './use-plan-figures-address';

/** What plans say, a school a row, as a file; or the figures on paper. */
export function SaveFacts({ asked }: { asked: PlanFiguresAddress }) {
  const { busy, download, stop } = useDownload();
  const { academicYear, regionId, phase, fsmBand } = asked;
  const filter = { academicYear, regionId, phase, fsmBand };
  const save = (format: ExportFormat) =>
    download(
      (signal) => saveExport({ list: 'plan-facts', format, filter }, signal),
      'What plans say is saved, a school a row.',
    );
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
