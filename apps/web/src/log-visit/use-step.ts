import { useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import type { LogStep } from '../on-device/device-log';

/** Where somebody is in the log: a step, and in the survey one of its pages. */
export interface Stop {
  step: LogStep;
  /** From 0; always 0 outside the survey. */
  page: number;
}

/** One stop after the other: each step, and in place of the survey each of its pages. */
export const stopsOf = (steps: readonly LogStep[], surveyPages: number): Stop[] =>
  steps.flatMap((step) =>
    Array.from({ length: step === 'survey' ? Math.max(1, surveyPages) : 1 }, (_, page) => ({
      step,
      page,
    })),
  );

/** The stop that is open stands in the address: the browser's own back button goes one back. */
export function useStep(
  steps: readonly LogStep[],
  surveyPages: number,
  first: LogStep,
  onChange: (step: LogStep) => void,
) {
  const [params, setParams] = useSearchParams();
  const [sought, setSought] = useState<string | null>(null);
  const stops = stopsOf(steps, surveyPages);
  const asked = (params.get('step') ?? first) as LogStep;
  const step = steps.includes(asked) ? asked : (steps[0] ?? 'who');
  const ofStep = stops.filter((stop) => stop.step === step);
  const page = Math.max(0, Math.min(Number(params.get('page') ?? 1) || 1, ofStep.length) - 1);
  const at = stops.findIndex((stop) => stop.step === step && stop.page === page);
  /** @param question of the survey, which takes the focus */
  const goTo = (to: Stop, question: string | null = null) => {
    if (to.step !== step) onChange(to.step);
    setSought(question);
    setParams((before) => {
      before.set('step', to.step);
      if (to.page > 0) before.set('page', String(to.page + 1));
      else before.delete('page');
      return before;
    });
  };
  return {
    ...{ step, page, sought, goTo, position: steps.indexOf(step) },
    before: stops[at - 1] ?? null,
    after: stops[at + 1] ?? null,
  };
}
