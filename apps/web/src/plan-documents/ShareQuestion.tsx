import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';

const ID = 'plan-shared';

export const focusShareQuestion = () => window.document.getElementById(ID)?.focus();

interface ShareQuestionProps {
  question: string;
  onYes: () => void;
  onNo: () => void;
}

/** Asked where only fetching has shown that another school has the same document. */
export function ShareQuestion({ question, onYes, onNo }: ShareQuestionProps) {
  return (
    <Alert id={ID} tabIndex={-1} severity="info" sx={{ mb: 2 }}>
      <Typography sx={{ mb: 1 }}>{question}</Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        <Button variant="contained" size="small" onClick={onYes}>
          Yes, it is shared
        </Button>
        <Button size="small" onClick={onNo}>
          No, reject it…
        </Button>
      </Box>
    </Alert>
  );
}
