import { useEffect, useRef, useState } from 'react';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { PlanFieldReading } from '@tracker/contract';
import { type PlanField, plural } from '@tracker/domain';
import { inOrder, sureOnes, toDecide } from './decisions';
import { DocumentText } from './DocumentText';
import type { FieldsProps } from './FieldList';
import { FieldRow } from './FieldRow';

interface PhoneFieldsProps extends FieldsProps {
  /** The field that is on the screen. */
  shown: PlanField;
  onShow: (field: PlanField) => void;
}

/** One field at a time: its words of the document above it, and on to the next. */
export function PhoneFields(props: PhoneFieldsProps) {
  const { confirming, actions, editing, confirmSure, shown, onShow } = props;
  const { document, decisions } = confirming;
  const [all, setAll] = useState(false);
  const [whole, setWhole] = useState(false);
  const fields = all ? inOrder(document) : toDecide(document);
  const at = Math.max(
    0,
    fields.findIndex(({ field }) => field === shown),
  );
  const top = useRef<HTMLHeadingElement>(null);
  const before = useRef(shown);
  useEffect(() => {
    if (before.current !== shown) top.current?.focus();
    before.current = shown;
  }, [shown]);
  const reading = fields[at];
  if (!reading) return null;
  const go = (to: PlanFieldReading | undefined) => {
    if (!to) return;
    actions.edit(null);
    setWhole(false);
    onShow(to.field);
  };
  const sure = sureOnes(document, decisions).length;
  const blocks = [...new Set(reading.passages.map(({ block }) => block))];
  const general = document.warnings.filter((warning) => warning.fields.length === 0);
  return (
    <Box sx={{ display: 'grid', gap: 1.5 }}>
      {at === 0 &&
        general.map(({ key, sentence }) => (
          <Alert key={key} severity="warning">
            {sentence}
          </Alert>
        ))}
      {sure > 0 && (
        <Button variant="contained" onClick={confirmSure}>
          Confirm {plural(sure, 'sure value')}
        </Button>
      )}
      <Typography ref={top} tabIndex={-1} variant="h2" component="h2">
        Field {at + 1} of {fields.length}
      </Typography>
      <Box role="region" aria-label="Its words in the document" tabIndex={0} sx={WORDS}>
        {blocks.length === 0 && !whole ? (
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            Nothing in the text was read for it.
          </Typography>
        ) : (
          <DocumentText
            blocks={document.blocks}
            passages={reading.passages}
            only={whole ? undefined : blocks}
          />
        )}
      </Box>
      <Button size="small" sx={{ justifySelf: 'start' }} onClick={() => setWhole(!whole)}>
        {whole ? 'Only its words' : 'The whole text'}
      </Button>
      <Box component="ul" sx={FIELD}>
        <FieldRow
          key={reading.field}
          {...actions}
          reading={reading}
          decision={decisions[reading.field]}
          chosen
          editing={editing?.field === reading.field}
          suggestedYears={document.suggestedYears}
        />
      </Box>
      <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 1 }}>
        <Button aria-disabled={at === 0} onClick={() => go(fields[at - 1])}>
          Back
        </Button>
        {at < fields.length - 1 ? (
          <Button variant="outlined" onClick={() => go(fields[at + 1])}>
            Next
          </Button>
        ) : (
          !all &&
          inOrder(document).length > fields.length && (
            <Button
              variant="outlined"
              onClick={() => {
                setAll(true);
                go(inOrder(document)[fields.length]);
              }}
            >
              Fields with nothing read
            </Button>
          )
        )}
      </Box>
    </Box>
  );
}

const FIELD = {
  ...{ m: 0, p: 0, border: 1, borderColor: 'divider', borderRadius: 2, overflow: 'hidden' },
  bgcolor: 'background.paper',
} as const;
const WORDS = {
  ...{ border: 1, borderColor: 'divider', borderRadius: 2, p: 1.5, bgcolor: 'background.paper' },
  ...{ maxHeight: '40dvh', overflow: 'auto' },
} as const;
