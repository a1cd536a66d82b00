import { useRef, useState } from 'react';
import { useNotify } from 'react-admin';
import { useQueryClient } from '@tanstack/react-query';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import IconButton from '@mui/material/IconButton';
import CloseIcon from '@mui/icons-material/Close';
import type { AnswerTagging } from '@tracker/contract';
import { sentenceOf } from '../providers/problems';
import { useMayWrite } from '../providers/use-signed-in-user';
import { LabelForm } from './LabelForm';
import type { LabelledText } from './labelled-text';
import { refreshLabels } from './refresh-labels';

/** The labels of a text, which those who write for its school give it. */
export function TextLabels({ text }: { text: LabelledText }) {
  const mayLabel = useMayWrite(text.regionId);
  const [labelling, setLabelling] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    setLabelling(false);
    // The button is there again once the form is gone.
    setTimeout(() => button.current?.focus());
  };
  return (
    <>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.75, alignItems: 'center', mt: 0.5 }}>
        {text.tags.map((tag) => (
          <Label key={tag.id} tag={tag} text={text} mayRemove={mayLabel} />
        ))}
        {mayLabel && !labelling && (
          <Button
            ref={button}
            size="small"
            className="no-print"
            aria-label={`Add a label: ${text.of}`}
            onClick={() => setLabelling(true)}
          >
            Add a label
          </Button>
        )}
      </Box>
      {labelling && <LabelForm text={text} onClose={close} />}
    </>
  );
}

interface LabelProps {
  tag: AnswerTagging;
  text: LabelledText;
  mayRemove: boolean;
}

function Label({ tag: { id, label }, text, mayRemove }: LabelProps) {
  const queries = useQueryClient();
  const notify = useNotify();
  const remove = async () => {
    try {
      await text.remove(id);
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
          aria-label={`Take the label ${label} from ${text.of}`}
          onClick={() => void remove()}
        >
          <CloseIcon fontSize="inherit" />
        </IconButton>
      )}
    </Box>
  );
}
