import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react';
import Accordion from '@mui/material/Accordion';
import AccordionDetails from '@mui/material/AccordionDetails';
import AccordionSummary from '@mui/material/AccordionSummary';
import ExpandIcon from '@mui/icons-material/ExpandMore';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { PlanFieldReading } from '@tracker/contract';
import { plural } from '@tracker/domain';
import { groupOf, inOrder, sureOnes } from './decisions';
import { focusBeside } from './field-focus';
import { type FieldActions, FieldRow } from './FieldRow';
import type { Confirming } from './use-confirming';

export interface FieldsProps {
  confirming: Confirming;
  actions: FieldActions;
  chosen: PlanFieldReading | null;
  editing: PlanFieldReading | null;
  /** One press for all that is sure. */
  confirmSure: () => void;
}

const KEYS: readonly [string, string][] = [
  ['↓ or j', 'next field'],
  ['↑ or k', 'field before'],
  ['Enter', 'right'],
  ['c', 'change'],
  ['n', 'not stated'],
];

const isTyping = (target: EventTarget) =>
  target instanceof HTMLElement &&
  target.closest('input, textarea, [role="combobox"], [role="listbox"], form') !== null;

/** Every field: the years, what is warned of, what to look at, what is sure, and last what was not found. */
export function FieldList(props: FieldsProps) {
  const { confirming, actions, chosen, editing, confirmSure } = props;
  const { document, decisions } = confirming;
  const list = useRef<HTMLDivElement>(null);
  const fields = inOrder(document);
  const years = fields.filter(({ field }) => field === 'academicYears');
  const others = fields.filter(({ field }) => field !== 'academicYears');
  const inGroup = (group: ReturnType<typeof groupOf>) =>
    others.filter((one) => groupOf(one) === group);
  const move = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (!step || !list.current || isTyping(event.target)) return;
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    focusBeside(list.current, step);
  };
  const rows = (some: readonly PlanFieldReading[]) => (
    <Box component="ul" sx={{ m: 0, p: 0 }}>
      {some.map((reading) => (
        <FieldRow
          key={reading.field}
          {...actions}
          reading={reading}
          decision={decisions[reading.field]}
          chosen={chosen?.field === reading.field}
          editing={editing?.field === reading.field}
          suggestedYears={document.suggestedYears}
        />
      ))}
    </Box>
  );
  const sure = sureOnes(document, decisions).length;
  const empty = inGroup('empty');
  return (
    <Box ref={list} onKeyDown={move} sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
      <Keys />
      <Part title="Which academic years does it cover?">
        {document.suggestedYears.length > 0 && (
          <Typography variant="body2" sx={{ px: 1.5 }}>
            It states no year. Its day of publication suggests {document.suggestedYears.join(', ')}.
          </Typography>
        )}
        {rows(years)}
      </Part>
      <Warnings
        document={document}
        warned={rows(inGroup('warned'))}
        none={inGroup('warned').length === 0}
      />
      {inGroup('look').length > 0 && <Part title="To look at">{rows(inGroup('look'))}</Part>}
      {(inGroup('sure').length > 0 || sure > 0) && (
        <Part
          title="Sure"
          action={
            sure > 0 && (
              <Button variant="contained" size="small" onClick={confirmSure}>
                Confirm {plural(sure, 'sure value')}
              </Button>
            )
          }
        >
          {rows(inGroup('sure'))}
        </Part>
      )}
      {empty.length > 0 && (
        <Accordion
          disableGutters
          variant="outlined"
          slotProps={{ heading: { component: 'h2' }, transition: { unmountOnExit: true } }}
        >
          <AccordionSummary expandIcon={<ExpandIcon />}>
            Nothing read for {plural(empty.length, 'field')}
          </AccordionSummary>
          <AccordionDetails sx={{ p: 0 }}>{rows(empty)}</AccordionDetails>
        </Accordion>
      )}
    </Box>
  );
}

const STEPS: Partial<Record<string, 1 | -1>> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };

function Keys() {
  return (
    <Typography component="p" variant="body2" sx={{ color: 'text.secondary' }}>
      Keys on a field:{' '}
      {KEYS.map(([key, words], i) => (
        <span key={key}>
          {i > 0 && ', '}
          <kbd>{key}</kbd> {words}
        </span>
      ))}
    </Typography>
  );
}

interface WarningsProps {
  document: Confirming['document'];
  warned: ReactNode;
  none: boolean;
}

/** Those of the whole document, and then the fields that are confirmed by themselves. */
function Warnings({ document, warned, none }: WarningsProps) {
  const ofAll = document.warnings.filter(({ fields }) => fields.length === 0);
  if (ofAll.length === 0 && none) return null;
  return (
    <Part title="Warnings">
      {ofAll.map(({ key, sentence }) => (
        <Alert key={key} severity="warning" sx={{ mx: 1.5, my: 0.5 }}>
          {sentence}
        </Alert>
      ))}
      {warned}
    </Part>
  );
}

interface PartProps {
  title: string;
  action?: ReactNode;
  children: ReactNode;
}

function Part({ title, action, children }: PartProps) {
  const id = useId();
  return (
    <Box component="section" aria-labelledby={id} sx={PART}>
      <Box sx={HEAD}>
        <Typography variant="h2" id={id}>
          {title}
        </Typography>
        {action}
      </Box>
      {children}
    </Box>
  );
}

const PART = {
  ...{ border: 1, borderColor: 'divider', borderRadius: 2, bgcolor: 'background.paper' },
  ...{ overflow: 'hidden', pb: 0.5 },
} as const;
const HEAD = {
  ...{ display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', alignItems: 'center' },
  ...{ gap: 1, px: 1.5, py: 1 },
} as const;
