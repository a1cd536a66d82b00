import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router-dom';
import { Section } from '../../layout/Section';

/** The figures on paper and in Excel. */
export function ForTheBoard() {
  return (
    <Section title="For the board">
      <Typography variant="body2" sx={{ mb: 1 }}>
        The same figures with their charts to take along, and every record behind them.
      </Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        <Button component={RouterLink} to="/reports" variant="contained">
          Board report (PDF)
        </Button>
        <Button component={RouterLink} to="/reports" variant="outlined">
          Workbook (Excel)
        </Button>
      </Box>
    </Section>
  );
}
