import { useRef, useState } from 'react';
import { useNotify } from 'react-admin';
import { useQueryClient } from '@tanstack/react-query';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import IconButton from '@mui/material/IconButton';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import CloseIcon from '@mui/icons-material/Close';
import { Link as RouterLink } from 'react-router-dom';
import type { AnswerTagging, SurveyText } from '@tracker/contract';
import { DayText } from '../fields/texts';
import { sentenceOf } from '../providers/problems';
import { useMayWrite } from '../providers/use-signed-in-user';

import { LabelForm } from './LabelForm';
import { refreshLabels } from './refresh-labels';
import { call } from '../providers/call';

/** One school's text with its labels, which those who write for the school give it. */
export function SurveyTextItem({ text }: { text: SurveyText }) {
  const mayLabel = useMayWrite(text.regionId);
  const [labelling, setLabelling] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    setLabelling(false);
    // The button is there again once the form is gone.
    setTimeout(() => button.current?.focus());
  };
  return (
    <Box component="li" sx={{ py: 1.25, borderTop: 1, borderColor: 'divider' }}>
      <Typography variant="body2">
        <Link component={RouterLink} to={`/schools/${text.id}/show`}>
          {text.schoolName}
        </Link>
        {text.writtenAs && ` (as ${text.writtenAs})`}, <DayText day={text.answeredOn} />
      </Typography>
      <Typography sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{text.text}</Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.75, alignItems: 'center', mt: 0.5 }}>
        {text.tags.map((tag) => (
          <Label key={tag.id} tag={tag} school={text.schoolName} mayRemove={mayLabel} />
        ))}
        {mayLabel && !labelling && (
          <Button
            ref={button}
            size="small"
            className="no-print"
            aria-label={`Add a label: ${text.schoolName}`}
            onClick={() => setLabelling(true)}
          >
            Add a label
          </Button>
        )}
      </Box>
      {labelling && <LabelForm text={text} onClose={close} />}
    </Box>
  );
}

interface LabelProps {
  tag: AnswerTagging;
  school: string;
  mayRemove: boolean;
}

function Label({ tag: { id, label }, school, mayRemove }: LabelProps) {
  const queries = useQueryClient();
  const notify = useNotify();
  const remove = async () => {
    try {
      await call('DELETE /api/tagged-answers/{id}', { id });
      notify(`“${label}” taken from the text.`);
    } catch (error) {
      notify(sentenceOf(error), { type: 'error' });
    }
    await refreshLabels(queries);
  };
  return (
    <Box sx={{ display: 'inline-flex', alignItems: 'center' }}>
      <Chip size="small" variant="outlined" label={label} />
      {mayRemove && (
        <IconButton
          size="small"
          className="no-print"
          aria-label={`Take the label ${label} from ${school}`}
          onClick={() => void remove()}
        >
          <CloseIcon fontSize="inherit" />
        </IconButton>
      )}
    </Box>
  );
}
