import { useEffect, useRef, useState, type ComponentType } from 'react';
import { useNotify, useRefresh } from 'react-admin';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import CardContent from '@mui/material/CardContent';
import Typography from '@mui/material/Typography';
import { useNavigate } from 'react-router-dom';
import { PageHeading } from '../layout/PageHeading';
import type { DeviceLog, LogStep } from '../on-device/device-log';
import type { LogScene } from '../on-device/pack';
import { ON_DEVICE_PATH } from '../on-device/paths';
import { schoolPath } from '../paths/school-paths';
import { whenInWords } from '../fields/visit-words';
import { ActionsStep } from './ActionsStep';
import { checkLog, errorsOfStep, type LogErrors } from './check-log';
import { CheckStep } from './CheckStep';
import { ConfirmSending } from './ConfirmSending';
import { DiscardButton } from './DiscardButton';
import { FoundStep } from './FoundStep';
import { KeptState } from './KeptState';
import { STEP_WORDS } from './log-in-words';
import { NextStep } from './NextStep';
import { RefusedLog } from './RefusedLog';
import { sendFinished } from './send-finished';
import type { StepProps } from './step-props';
import { StepList } from './StepList';
import { SurveyStep } from './SurveyStep';
import { useKeptLog } from './use-kept-log';
import { useFirstError } from './use-first-error';
import { pagesOfLog, wrongOnPage } from './survey-of-log';
import { type Stop, useStep } from './use-step';
import { WhoStep } from './WhoStep';

interface LogFormProps {
  scene: LogScene;
  log: DeviceLog;
  isOnDevice: boolean;
  /** It is about another school from here on, and opened anew. */
  onFollowed: () => void;
}

const STEPS: Record<Exclude<LogStep, 'check'>, ComponentType<StepProps>> = {
  who: WhoStep,
  survey: SurveyStep,
  found: FoundStep,
  actions: ActionsStep,
  next: NextStep,
};

/** Get it down while it is fresh, step by step; it saves itself and waits for a signal if it must. */
export function LogForm({ scene, log: first, isOnDevice, onFollowed }: LogFormProps) {
  const keeping = useKeptLog(first, isOnDevice);
  const { typed, kept, change } = keeping;
  const steps = stepsOf(first);
  const pages = pagesOfLog(typed, scene);
  const { step, page, sought, goTo, position, before, after } = useStep(
    ...([steps, pages.length, first.step, keeping.goTo] as const),
  );
  const [attempts, setAttempts] = useState(0);
  const [checked, setChecked] = useState<ReadonlySet<string>>(new Set());
  const [refusal, setRefusal] = useState(first.refusal);
  const [asking, setAsking] = useState(false);
  const body = useRef<HTMLDivElement>(null);
  const notify = useNotify();
  const refresh = useRefresh();
  const navigate = useNavigate();
  const { schoolName, schoolId } = first;

  const all: LogErrors = { ...refusal?.errors, ...checkLog(typed, scene) };
  const here = `${step} ${page}`;
  const shown = step === 'check' || checked.has(here) || checked.has('all') || refusal;
  const errors = shown ? (step === 'check' ? all : errorsOfStep(all, step)) : {};
  useFirstError(body, attempts);

  const type: StepProps['change'] = (what) => {
    // What was refused is changed now, and judged anew when it is sent.
    setRefusal(null);
    change(what);
  };
  const leaveTo = (to: Stop, question: string | null = null) => {
    setChecked((known) => new Set(known).add(here));
    goTo(to, question);
  };
  const goOn = () => {
    setChecked((known) => new Set(known).add(here));
    const isHeld =
      step === 'survey'
        ? wrongOnPage(typed, pages[page], all)
        : Object.keys(errorsOfStep(all, step)).length > 0;
    if (isHeld) return setAttempts((n) => n + 1);
    if (after) goTo(after);
  };
  const ask = () => {
    setChecked(new Set(['all']));
    if (Object.keys(all).length > 0) return setAttempts((n) => n + 1);
    setAsking(true);
  };
  const send = async () => {
    const after = await sendFinished(keeping);
    setAsking(false);
    if (after.state === 'attention') {
      setRefusal(after.refusal);
      setAttempts((n) => n + 1);
    } else if (after.state === 'sent') {
      notify(`Visit to ${schoolName} logged.`, { type: 'success' });
      refresh();
      void navigate(schoolPath(schoolId));
    } else {
      notify('Saved on this device. It is sent as soon as there is a signal.', { type: 'info' });
      void navigate(ON_DEVICE_PATH);
    }
  };

  const props: StepProps = {
    ...{ typed, change: type, scene, errors, attempts },
    ...{ page, sought, onGoTo: leaveTo },
  };
  const Step = step === 'check' ? null : STEPS[step];
  return (
    <Box sx={{ maxWidth: 760 }}>
      <PageHeading title={`Log a visit to ${schoolName}`}>
        <Typography sx={{ color: 'text.secondary', mt: 0.5 }}>
          {scene.visit ? whenInWords(scene.visit) : 'An unplanned visit'}
          {scene.keptAt && '. Written without a signal'}
        </Typography>
        <KeptState kept={kept} />
      </PageHeading>
      {refusal && <RefusedLog {...{ refusal, scene, keeping, onFollowed }} />}
      <StepList
        steps={steps}
        current={step}
        errors={refusal || step === 'check' ? all : {}}
        onGoTo={(to) => leaveTo({ step: to, page: 0 })}
      />
      <Card component="section" aria-labelledby="log-step">
        <CardContent sx={{ p: { xs: 2, sm: 3 } }} ref={body} data-keeps-itself>
          <StepHeading key={step} position={position} count={steps.length} step={step} />
          {Step ? <Step {...props} /> : <CheckStep {...props} />}
        </CardContent>
      </Card>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 2 }}>
        {before && (
          <Button size="large" variant="outlined" onClick={() => leaveTo(before)}>
            Back
          </Button>
        )}
        {step === 'check' ? (
          <Button size="large" variant="contained" onClick={ask}>
            Log the visit
          </Button>
        ) : (
          <Button size="large" variant="contained" onClick={goOn}>
            Next
          </Button>
        )}
        <Box sx={{ flex: 1 }} />
        <DiscardButton
          isKept={kept.state !== 'nothing'}
          onDiscard={keeping.discard}
          onLeave={() => void navigate(scene.keptAt ? ON_DEVICE_PATH : schoolPath(schoolId))}
        />
      </Box>
      {asking && (
        <ConfirmSending
          {...{ typed, pages }}
          schoolName={schoolName}
          onConfirm={send}
          onClose={() => setAsking(false)}
        />
      )}
    </Box>
  );
}

function stepsOf({ typed }: DeviceLog): readonly LogStep[] {
  const steps: LogStep[] = ['who', 'survey', 'found', 'actions', 'next', 'check'];
  return typed?.survey ? steps : steps.filter((step) => step !== 'survey');
}

interface StepHeadingProps {
  position: number;
  count: number;
  step: LogStep;
}

/** Takes the focus when a step is opened, so that somebody who listens hears where they are. */
function StepHeading({ position, count, step }: StepHeadingProps) {
  const ref = useRef<HTMLHeadingElement>(null);
  const opened = useRef(false);
  useEffect(() => {
    if (position > 0 || opened.current) ref.current?.focus({ preventScroll: true });
    opened.current = true;
    ref.current?.scrollIntoView?.({ block: 'nearest' });
  }, [position]);
  return (
    <Typography variant="h2" id="log-step" ref={ref} tabIndex={-1} sx={{ mb: 1.5 }}>
      <Typography
        component="span"
        variant="body2"
        sx={{ color: 'text.secondary', display: 'block' }}
      >
        Step {position + 1} of {count}
      </Typography>
      {STEP_WORDS[step]}
    </Typography>
  );
}
