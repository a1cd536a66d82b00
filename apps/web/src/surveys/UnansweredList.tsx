import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { answeredInWords, type SurveyPage } from '@tracker/domain';
import { pageTitle } from './survey-page-words';

interface UnansweredListProps {
  pages: readonly SurveyPage[];
  headingLevel: 3 | 4;
  /** Opens a section, at a question where one is given. */
  onGoTo: (page: number, question: string | null) => void;
}

/** Section by section what has no answer yet, each with the way to it. */
export function UnansweredList({ pages, headingLevel, onGoTo }: UnansweredListProps) {
  return pages.map((page, at) => {
    const title = pageTitle(page);
    return (
      <Box key={page.questions[0]?.key} sx={{ borderTop: 1, borderColor: 'divider', py: 1 }}>
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
          <Box sx={{ flex: 1, minWidth: 0 }}>
            <Typography
              component={`h${headingLevel}`}
              sx={{ fontWeight: 650, overflowWrap: 'anywhere' }}
            >
              {title}
            </Typography>
            <Typography variant="body2" sx={{ color: 'text.secondary' }}>
              {answeredInWords(page)}
            </Typography>
          </Box>
          <Button aria-label={`Change: ${title}`} onClick={() => onGoTo(at, null)}>
            Change
          </Button>
        </Box>
        {page.unanswered.length > 0 && (
          <Box component="ul" aria-label={`Not answered: ${title}`} sx={{ m: 0, pl: 2.5 }}>
            {page.unanswered.map(({ key, text, required }) => (
              <Box component="li" key={key} sx={{ py: 0.25 }}>
                <Link
                  component="button"
                  type="button"
                  onClick={() => onGoTo(at, key)}
                  sx={{
                    textAlign: 'left',
                    verticalAlign: 'baseline',
                    font: 'inherit',
                    minHeight: 24,
                    overflowWrap: 'anywhere',
                  }}
                >
                  {text}
                </Link>
                {required && ' (required)'}
              </Box>
            ))}
          </Box>
        )}
      </Box>
    );
  });
}
