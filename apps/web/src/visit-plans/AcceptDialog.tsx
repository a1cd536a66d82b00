import { useState } from 'react';
import { BooleanInput, useNotify, useRefresh } from 'react-admin';
import { useFormContext, useWatch } from 'react-hook-form';
import type { VisitPlan, VisitPlanAcceptance, VisitPlanLine } from '@tracker/contract';
import { plural } from '@tracker/domain';
import { FormDialog } from '../fields/FormDialog';
import { PlainChoice } from '../fields/plain-inputs';
import { useRegions } from '../fields/RegionName';
import { call } from '../providers/call';
import { keyByBody } from '../providers/idempotency';
import { AcceptedDialog } from './AcceptedDialog';
import { type AcceptChoice, acceptBody, linesToAccept } from './accepting';
import { usePlan } from './plan-context';
import { visitorParts } from './plan-lines';
import { acceptSentence, halfTermInWords } from './plan-words';

interface AcceptDialogProps {
  plan: VisitPlan;
  /** What is chosen when it opens. */
  begin: AcceptChoice;
  onAccepted: () => void;
  onClose: () => void;
}

type AcceptValues = AcceptChoice & { onAssumedDays: boolean };

/** Makes visits of lines: of those ticked, of a half term, a region, a visitor, or of all. */
export default function AcceptDialog({ plan, begin, onAccepted, onClose }: AcceptDialogProps) {
  const { lines, ticked } = usePlan();
  const [keyOf] = useState(keyByBody);
  const [answer, setAnswer] = useState<VisitPlanAcceptance | null>(null);
  const notify = useNotify();
  const refresh = useRefresh();
  const isAssumed = plan.figures?.assumedDays === true;
  const submit = async (values: AcceptValues) => {
    const chosen = linesToAccept(lines, ticked, values);
    if (chosen.length === 0) throw new Error('There is nothing to accept here.');
    const body = {
      ...acceptBody(chosen),
      version: plan.version,
      ...(isAssumed && { onAssumedDays: values.onAssumedDays }),
    };
    const given = await call('POST /api/visit-plans/{id}/accept', {
      ...{ id: plan.id, body, idempotencyKey: keyOf(body), limitMs: LONG_MS },
    });
    onAccepted();
    refresh();
    if (given.refused.length > 0) {
      setAnswer(given);
      return false;
    }
    notify(`${plural(given.accepted.length, 'visit')} scheduled.`, { type: 'success' });
    return true;
  };
  if (answer) return <AcceptedDialog answer={answer} lines={lines} onClose={onClose} />;
  return (
    <FormDialog<AcceptValues>
      title="Accept visits of the plan"
      submitWords="Accept"
      busyWords="Scheduling…"
      defaultValues={{ ...begin, onAssumedDays: false }}
      onSubmit={submit}
      onClose={onClose}
    >
      <Choices lines={lines} ticked={ticked} plan={plan} />
      {isAssumed && (
        <BooleanInput
          source="onAssumedDays"
          label="The term dates are not known, so these days are assumed. Schedule visits on them."
          helperText={false}
          validate={(value: unknown) =>
            value === true
              ? undefined
              : 'Say that the assumed days will do, or add term dates first.'
          }
        />
      )}
    </FormDialog>
  );
}

/** A whole year is a transaction a line. */
const LONG_MS = 120_000;

interface ChoicesProps {
  plan: VisitPlan;
  lines: readonly VisitPlanLine[];
  ticked: ReadonlySet<string>;
}

function Choices({ plan, lines, ticked }: ChoicesProps) {
  const { setValue } = useFormContext<AcceptValues>();
  const values = useWatch<AcceptValues>() as AcceptValues;
  const regions = useRegions();
  const halfTerms = plan.figures?.halfTerms ?? [];
  const set = (name: keyof AcceptChoice) => (value: string) =>
    setValue(name, value, { shouldDirty: true });
  const chosen = linesToAccept(lines, ticked, values);
  const stale = chosen.filter(({ status }) => status === 'stale').length;
  return (
    <>
      {ticked.size > 0 && (
        <PlainChoice
          name="of"
          label="Which visits"
          value={values.of}
          choices={[
            { id: 'ticked', name: `Those selected (${ticked.size})` },
            { id: 'filter', name: 'By half term, region and visitor' },
          ]}
          onChange={set('of')}
          sx={{ mb: 2 }}
        />
      )}
      {values.of === 'filter' && (
        <>
          <PlainChoice
            name="halfTerm"
            label="Half term"
            nothing="The whole year"
            value={values.halfTerm}
            choices={halfTerms.map((_, i) => ({
              ...{ id: String(i + 1), name: halfTermInWords(i + 1, halfTerms.length) },
            }))}
            onChange={set('halfTerm')}
            sx={{ mb: 2 }}
          />
          <PlainChoice
            name="regionId"
            label="Region"
            nothing="All regions"
            value={values.regionId}
            choices={regions}
            onChange={set('regionId')}
            sx={{ mb: 2 }}
          />
          <PlainChoice
            name="visitorId"
            label="Visitor"
            nothing="All visitors"
            value={values.visitorId}
            choices={visitorParts(lines, 0).map(({ visitorId, visitorName }) => ({
              ...{ id: visitorId, name: visitorName },
            }))}
            onChange={set('visitorId')}
            sx={{ mb: 2 }}
          />
        </>
      )}
      <div role="status">
        {acceptSentence(chosen)}
        {stale > 0 &&
          ` ${stale === 1 ? '1 of them needs a look and is' : `${stale} of them need a look and are`} refused with the reason.`}
      </div>
    </>
  );
}
