import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router-dom';
import { academicYearOf } from '@tracker/domain';
import { StopButton } from '../../fields/StopButton';
import { Section } from '../../layout/Section';
import { today } from '../../providers/today';
import { useBoardFile } from './use-board-file';

/** The figures on paper and in Excel: one press makes the file and saves it. */
export function ForTheBoard() {
  const { words, failed, busy, stop, make } = useBoardFile();
  const academicYear = academicYearOf(today());
  return (
    <Section
      title="For the board"
      action={
        <Button component={RouterLink} to="/reports">
          All reports
        </Button>
      }
    >
      <Typography variant="body2" sx={{ mb: 1 }}>
        This year’s figures with their charts, and every record behind them.
      </Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        <Button
          variant="contained"
          aria-disabled={busy}
          onClick={() => void make({ kind: 'stakeholder', format: 'pdf', academicYear })}
        >
          Stakeholder report (PDF)
        </Button>
        <Button
          variant="outlined"
          aria-disabled={busy}
          onClick={() => void make({ kind: 'workbook', format: 'xlsx', academicYear })}
        >
          Workbook (Excel)
        </Button>
      </Box>
      {/* Always there, so that a screen reader says what comes into it. */}
      <Box role="status">
        {words && (
          <Alert severity={failed ? 'error' : 'info'} sx={{ mt: 1 }}>
            {words}
          </Alert>
        )}
      </Box>
      {stop && (
        <Box sx={{ mt: 1 }}>
          <StopButton words="Cancel" stop={stop} onEnd={() => undefined} />
        </Box>
      )}
    </Section>
  );
}
