import { useState } from 'react';
import Accordion from '@mui/material/Accordion';
import AccordionDetails from '@mui/material/AccordionDetails';
import AccordionSummary from '@mui/material/AccordionSummary';
import ExpandIcon from '@mui/icons-material/ExpandMore';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { PlanDocumentReading, PlanFieldReading } from '@tracker/contract';
import { plural, PLAN_FIELD_WORDS } from '@tracker/domain';
import { ToneChip } from '../fields/ToneChip';
import { Section } from '../layout/Section';
import { OUTCOME_WORDS } from './FieldRow';
import { AsRead, Value } from './FieldValue';
import { TextPane } from './TextPane';

/** What a document says: as confirmed, beside as it was read where the two differ. */
export function ReadPlan({ document }: { document: PlanDocumentReading }) {
  const [chosen, setChosen] = useState<PlanFieldReading | null>(null);
  const says = document.fields.filter(({ value, outcome }) => value !== null || outcome !== null);
  const silent = document.fields.filter((one) => !says.includes(one));
  const list = (some: readonly PlanFieldReading[]) => (
    <Box component="ul" sx={{ m: 0, p: 0 }}>
      {some.map((one) => (
        <Field key={one.field} of={one} chosen={chosen === one} onChoose={() => setChosen(one)} />
      ))}
    </Box>
  );
  return (
    <Box sx={SIDES}>
      <TextPane
        document={document}
        passages={chosen?.passages ?? NONE}
        of={chosen && PLAN_FIELD_WORDS[chosen.field]}
      />
      <Section title={document.status === 'confirmed' ? 'As confirmed' : 'As read'}>
        {document.status === 'to_confirm' && (
          <Typography variant="body2" sx={{ mb: 1 }}>
            Nobody has confirmed it yet, so nothing of it counts.
          </Typography>
        )}
        {document.warnings.map(({ key, sentence }) => (
          <Alert key={key} severity="warning" sx={{ my: 0.5 }}>
            {sentence}
          </Alert>
        ))}
        {list(says)}
        {silent.length > 0 && (
          <Accordion
            disableGutters
            variant="outlined"
            sx={{ mt: 1 }}
            slotProps={{ heading: { component: 'h3' }, transition: { unmountOnExit: true } }}
          >
            <AccordionSummary expandIcon={<ExpandIcon />}>
              Nothing read for {plural(silent.length, 'field')}
            </AccordionSummary>
            <AccordionDetails sx={{ p: 0 }}>{list(silent)}</AccordionDetails>
          </Accordion>
        )}
      </Section>
    </Box>
  );
}

const NONE: PlanFieldReading['passages'] = [];

interface FieldProps {
  of: PlanFieldReading;
  chosen: boolean;
  onChoose: () => void;
}

function Field({ of: one, chosen, onChoose }: FieldProps) {
  const { field, outcome, confirmed, passages } = one;
  return (
    <Box component="li" sx={{ ...ROW, ...(chosen && { bgcolor: 'action.hover' }) }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
        <Typography component="h3" variant="h3">
          {PLAN_FIELD_WORDS[field]}
        </Typography>
        {outcome && outcome !== 'right' && (
          <ToneChip tone="booked" label={OUTCOME_WORDS[outcome]} />
        )}
        {passages.length > 0 && (
          <Button
            size="small"
            aria-pressed={chosen}
            aria-label={`Show the words: ${PLAN_FIELD_WORDS[field]}`}
            onClick={onChoose}
          >
            Show the words
          </Button>
        )}
      </Box>
      {outcome === 'changed' && confirmed !== null && (
        <Typography component="div" sx={{ overflowWrap: 'anywhere' }}>
          <Value field={field} value={confirmed} />
        </Typography>
      )}
      <Typography
        component="div"
        variant={outcome && outcome !== 'right' ? 'body2' : 'body1'}
        sx={{
          overflowWrap: 'anywhere',
          ...(outcome && outcome !== 'right' && { color: 'text.secondary' }),
        }}
      >
        {outcome && outcome !== 'right' && 'Read as: '}
        <AsRead of={one} />
      </Typography>
    </Box>
  );
}

const SIDES = {
  ...{ display: 'grid', gap: 2, alignItems: 'start' },
  gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'minmax(0, 1.1fr) minmax(0, 1fr)' },
} as const;
const ROW = {
  ...{ listStyle: 'none', py: 1, px: 0.5 },
  '& + li': { borderTop: '1px solid', borderTopColor: 'divider' },
} as const;
