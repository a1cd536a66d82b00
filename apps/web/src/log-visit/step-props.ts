import type { LogTyped } from '../on-device/device-log';
import type { LogScene } from '../on-device/pack';
import type { LogErrors } from '../people-met/check-people';
import type { Stop } from './use-step';

/** What each step of the form is given. */
export interface StepProps {
  typed: LogTyped;
  /** Some inputs were typed into. */
  change: (what: Partial<LogTyped>) => void;
  scene: LogScene;
  /** Sentences by path of the input. */
  errors: LogErrors;
  /** Rises with each attempt to go on; then the first input with an error gets the focus. */
  attempts: number;
  /** The page of the survey that is open, and the question of it that takes the focus. */
  page: number;
  sought: string | null;
  onGoTo: (stop: Stop, question?: string | null) => void;
}
