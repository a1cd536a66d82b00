import { useEffect, useState } from 'react';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import useMediaQuery from '@mui/material/useMediaQuery';
import type { Theme } from '@mui/material';
import type { PlanDocumentReading, PlanFieldReading, SignedInUser } from '@tracker/contract';
import { type PlanField, plural, PLAN_FIELD_WORDS } from '@tracker/domain';
import { visuallyHidden } from '../layout/hidden';
import { decisionOf, nextToDecide, type Decision, withSure, sureOnes } from './decisions';
import { FieldList } from './FieldList';
import { focusField } from './field-focus';
import { OUTCOME_WORDS, type FieldActions } from './FieldRow';
import { PhoneFields } from './PhoneFields';
import { SendBar } from './SendBar';
import { ShareQuestion } from './ShareQuestion';
import { TextPane } from './TextPane';
import { useConfirming } from './use-confirming';

interface ConfirmPlanProps {
  document: PlanDocumentReading;
  user: SignedInUser;
  /** Once it is confirmed, or a correction is given up. */
  onDone: () => void;
  onReject: () => void;
}

/** Is this what it says? Text and fields side by side; on a phone a field at a time with its words. */
export default function ConfirmPlan(props: ConfirmPlanProps) {
  const { document: present, user, onDone, onReject } = props;
  const phone = useMediaQuery<Theme>((theme) => theme.breakpoints.down('sm'));
  const confirming = useConfirming(present, user);
  const { document, decisions, open, decide, put } = confirming;
  const [chosen, setChosen] = useState<PlanFieldReading | null>(null);
  const [editing, setEditing] = useState<PlanFieldReading | null>(null);
  const [shown, setShown] = useState<PlanField>(open[0]?.field ?? 'academicYears');
  const [said, setSaid] = useState('');
  const goTo = (field: PlanField) => (phone ? setShown(field) : focusField(field));
  const tell = (reading: PlanFieldReading, decision: Decision) => {
    const left = open.filter(({ field }) => field !== reading.field).length;
    const words = `${PLAN_FIELD_WORDS[reading.field]}: ${OUTCOME_WORDS[decision.outcome]}.`;
    setSaid(`${words} ${left === 0 ? 'All decided.' : `${plural(left, 'field')} left.`}`);
  };
  const settle = (reading: PlanFieldReading, decision: Decision) => {
    // Without a year nothing is confirmed, so "not stated" is no answer there.
    if (reading.field === 'academicYears' && decision.outcome === 'not_stated') return;
    const next = decide(reading, decision);
    tell(reading, decision);
    setEditing(null);
    goTo(nextToDecide(document, next, reading.field) ?? reading.field);
  };
  const actions: FieldActions = {
    decide: settle,
    change: (reading, value) => settle(reading, decisionOf(reading, value)),
    choose: setChosen,
    edit(reading) {
      if (reading === null && editing) focusField(editing.field);
      setEditing(reading);
    },
  };
  const confirmSure = () => {
    const count = sureOnes(document, decisions).length;
    const next = withSure(document, decisions);
    put(next);
    setSaid(`${plural(count, 'sure value')} confirmed.`);
    const on = nextToDecide(document, next, 'academicYears');
    goTo(on ?? 'academicYears');
  };
  const confirm = async () => {
    if (await confirming.confirm()) onDone();
  };
  const shared = { ...{ confirming, actions, editing, chosen, confirmSure } };
  return (
    <>
      <Problem sentence={confirming.problem} />
      {confirming.question !== null && (
        <ShareQuestion question={confirming.question} onYes={confirming.share} onNo={onReject} />
      )}
      {phone ? (
        <PhoneFields {...shared} shown={shown} onShow={setShown} />
      ) : (
        <Box sx={SIDES}>
          <TextPane
            document={document}
            passages={chosen?.passages ?? NONE}
            of={chosen && PLAN_FIELD_WORDS[chosen.field]}
          />
          <FieldList {...shared} />
        </Box>
      )}
      <SendBar
        confirming={confirming}
        onConfirm={() => void confirm()}
        onMissing={goTo}
        onLeave={onDone}
      />
      <div role="status" style={visuallyHidden}>
        {said}
      </div>
    </>
  );
}

const NONE: PlanFieldReading['passages'] = [];

function Problem({ sentence }: { sentence: string | null }) {
  useEffect(() => {
    if (sentence !== null) window.document.getElementById('plan-problem')?.focus();
  }, [sentence]);
  if (sentence === null) return null;
  return (
    <Alert id="plan-problem" severity="error" tabIndex={-1} sx={{ mb: 2 }}>
      {sentence}
    </Alert>
  );
}

const SIDES = {
  ...{ display: 'grid', gap: 2, alignItems: 'start' },
  gridTemplateColumns: 'minmax(0, 1.1fr) minmax(0, 1fr)',
} as const;
