import { useId, useState } from 'react';
import ExpandMoreIcon from '@mui/icons-material/ExpandMore';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import ButtonBase from '@mui/material/ButtonBase';
import Typography from '@mui/material/Typography';
import { answeredInWords, type SurveyPage } from '@tracker/domain';
import { pageTitle } from './survey-page-words';

interface SectionListProps {
  pages: readonly SurveyPage[];
  /** The one that is open; null while none is. */
  at: number | null;
  onGoTo: (page: number) => void;
}

/** The sections of a survey with how far each is answered; folded away until somebody wants to jump. */
export function SectionList({ pages, at, onGoTo }: SectionListProps) {
  const [open, setOpen] = useState(false);
  const id = useId();
  if (pages.length < 2) return null;
  return (
    <Box component="nav" aria-label="Sections of the survey" className="no-print" sx={{ mb: 2 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
        <Button
          variant="outlined"
          size="small"
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
          endIcon={<ExpandMoreIcon sx={{ transform: open ? 'rotate(180deg)' : undefined }} />}
          sx={{ minHeight: 40 }}
        >
          All {pages.length} sections
        </Button>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {answeredInWords(...pages)}
        </Typography>
      </Box>
      <Box
        component="ol"
        id={id}
        hidden={!open}
        sx={{
          listStyle: 'none',
          m: 0,
          mt: 1,
          p: 0,
          border: 1,
          borderColor: 'divider',
          borderRadius: 2,
        }}
      >
        {pages.map((page, i) => (
          <Box
            component="li"
            key={page.questions[0]?.key}
            sx={{ '& + &': { borderTop: 1, borderColor: 'divider' } }}
          >
            <ButtonBase
              onClick={() => {
                setOpen(false);
                onGoTo(i);
              }}
              aria-current={i === at ? 'step' : undefined}
              sx={{
                ...{ width: '100%', minHeight: 44, px: 1.5, py: 0.75, gap: 2, font: 'inherit' },
                ...{ justifyContent: 'space-between', textAlign: 'left' },
                fontWeight: i === at ? 700 : 400,
              }}
            >
              <span>
                {i + 1}. {pageTitle(page)}
              </span>
              <Typography component="span" variant="body2" sx={{ color: 'text.secondary' }}>
                {answeredInWords(page)}
              </Typography>
            </ButtonBase>
          </Box>
        ))}
      </Box>
    </Box>
  );
}
