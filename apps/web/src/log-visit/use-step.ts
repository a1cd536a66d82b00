import { useSearchParams } from 'react-router-dom';
import type { LogStep } from '../on-device/device-log';

/** The step that is open stands in the address: the browser's own back button goes one back. */
export function useStep(
  steps: readonly LogStep[],
  first: LogStep,
  onChange: (step: LogStep) => void,
) {
  const [params, setParams] = useSearchParams();
  const asked = params.get('step') ?? first;
  const position = Math.max(0, steps.indexOf(asked as LogStep));
  const step = steps[position] ?? 'who';
  const goTo = (to: LogStep) => {
    onChange(to);
    setParams((before) => {
      before.set('step', to);
      return before;
    });
  };
  return { step, position, goTo };
}
