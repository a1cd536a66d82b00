import { useEffect, useRef, useState } from 'react';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Link from '@mui/material/Link';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import {
  LIMITS,
  answeredInWords,
  type AnswerErrors,
  plural,
  surveyCount,
  type SurveyPage,
} from '@tracker/domain';
import { UnansweredList } from './UnansweredList';

interface SchoolSurveyCheckProps {
  pages: readonly SurveyPage[];
  errors: AnswerErrors;
  filledInBy: string;
  onSign: (name: string) => void;
  onGoTo: (page: number, question: string | null) => void;
  /** Opens the question that is not right. */
  onFault: (question: string) => void;
  /** Somebody wants to send it; whether all that is required is there. */
  onTry: () => boolean;
  onSend: () => Promise<void>;
  sending: boolean;
}

/** Everything before it is sent: how much is answered, what is not, and who sends it. */
export function SchoolSurveyCheck(props: SchoolSurveyCheckProps) {
  const { pages, errors, filledInBy, sending } = props;
  const [asking, setAsking] = useState(false);
  const [tries, setTries] = useState(0);
  const heading = useRef<HTMLHeadingElement>(null);
  const faults = useRef<HTMLDivElement>(null);
  useEffect(() => heading.current?.focus(), []);
  useEffect(() => {
    if (tries > 0) faults.current?.focus();
  }, [tries]);
  const { asked, answered } = surveyCount(pages);
  const open = asked - answered;
  const wrong = Object.entries(errors);
  const check = () => {
    if (props.onTry()) setAsking(true);
    else setTries((n) => n + 1);
  };
  return (
    <>
      <Typography variant="h2" ref={heading} tabIndex={-1}>
        Check and send
      </Typography>
      <Typography sx={{ my: 1 }}>
        <b>{answeredInWords(...pages)}.</b> {openInWords(pages)}
      </Typography>
      {wrong.length > 0 && (
        <Alert severity="error" sx={{ mb: 2 }} ref={faults} tabIndex={-1}>
          {wrong.length === 1 ? 'One answer is' : `${wrong.length} answers are`} missing or not
          right yet:
          <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
            {wrong.map(([key, sentence]) => (
              <li key={key}>
                <Link
                  component="button"
                  type="button"
                  color="inherit"
                  onClick={() => props.onFault(key)}
                  sx={{ textAlign: 'left', font: 'inherit', minHeight: 24 }}
                >
                  {sentence}
                </Link>
              </li>
            ))}
          </Box>
        </Alert>
      )}
      <UnansweredList pages={pages} headingLevel={3} onGoTo={props.onGoTo} />
      <TextField
        label="Your name and role"
        helperText="So that your visitor knows whom to ask. Optional."
        value={filledInBy}
        onChange={({ target }) => props.onSign(target.value)}
        fullWidth
        margin="normal"
        slotProps={{ htmlInput: { maxLength: LIMITS.schoolSurvey.filledInBy } }}
      />
      <Button
        variant="contained"
        size="large"
        onClick={check}
        disabled={sending}
        sx={{ mt: 1, display: 'block' }}
      >
        {sending ? 'Sending…' : 'Send the answers'}
      </Button>
      <Dialog open={asking} onClose={() => setAsking(false)} aria-labelledby="send-survey">
        <DialogTitle id="send-survey">
          {open === 0 ? 'Send your answers?' : `Send it with ${answered} of ${asked} answered?`}
        </DialogTitle>
        <DialogContent>
          The music hub gets them, and you cannot change them on this page any more. You can print
          or download a copy straight afterwards.
        </DialogContent>
        <DialogActions sx={{ px: 3, pb: 2 }}>
          <Button onClick={() => setAsking(false)}>Go back</Button>
          <Button
            variant="contained"
            onClick={() => {
              setAsking(false);
              void props.onSend();
            }}
          >
            Send
          </Button>
        </DialogActions>
      </Dialog>
    </>
  );
}

/** What is left open, and what of it keeps the survey from being sent. */
function openInWords(pages: readonly SurveyPage[]): string {
  const open = pages.flatMap(({ unanswered }) => unanswered);
  const needed = open.filter(({ required }) => required).length;
  if (open.length === 0) return 'Every question has an answer.';
  const have = `${plural(open.length, 'question')} ${open.length === 1 ? 'has' : 'have'} no answer`;
  const may = 'What you leave out stays “not recorded”.';
  if (needed === 0) return `${have}. You can send the survey like this. ${may}`;
  return needed === open.length
    ? `${have}, and the survey cannot be sent without.`
    : `${have}; ${needed} of them ${needed === 1 ? 'is' : 'are'} required. ${may}`;
}
