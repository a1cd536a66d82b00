import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormGroup from '@mui/material/FormGroup';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import type { SurveyOption } from '@tracker/domain';
import type { AnswerChoice } from './choices-of';

export interface InputProps {
  id: string;
  /** Ids of help and error. */
  described?: string;
  invalid: boolean;
  disabled?: boolean;
  onAnswer: (answer: unknown) => void;
}

/** One of some; the fieldset around it names the group. */
export function ChoiceInput(props: InputProps & { choices: AnswerChoice[]; answer: unknown }) {
  const { id, choices, answer, onAnswer, described, invalid, disabled } = props;
  const chosen = choices.findIndex(({ value }) => value === answer);
  return (
    <RadioGroup
      name={id}
      role="presentation"
      value={chosen}
      onChange={(_, at) => onAnswer(choices[Number(at)]?.value)}
    >
      {choices.map(({ label }, at) => (
        <FormControlLabel
          key={label}
          value={at}
          disabled={disabled}
          label={label}
          control={
            <Radio
              slotProps={{ input: { 'aria-describedby': described, 'aria-invalid': invalid } }}
            />
          }
        />
      ))}
    </RadioGroup>
  );
}

interface SeveralInputProps extends InputProps {
  options: readonly SurveyOption[];
  answer: unknown;
}

/** Any of some. One that rules out the others clears them, and they clear it. */
export function SeveralInput(props: SeveralInputProps) {
  const { options, answer, onAnswer, described, invalid, disabled } = props;
  const chosen: unknown[] = Array.isArray(answer) ? answer : [];
  const toggle = ({ key, alone }: SurveyOption, on: boolean) => {
    const rest = options.filter(
      (other) => other.key !== key && chosen.includes(other.key) && !(on && (alone || other.alone)),
    );
    const next = [...rest.map((other) => other.key), ...(on ? [key] : [])];
    onAnswer(next.length > 0 ? next : undefined);
  };
  return (
    <FormGroup>
      {options.map((option) => (
        <FormControlLabel
          key={option.key}
          disabled={disabled}
          label={option.label}
          control={
            <Checkbox
              checked={chosen.includes(option.key)}
              onChange={(_, on) => toggle(option, on)}
              slotProps={{ input: { 'aria-describedby': described, 'aria-invalid': invalid } }}
            />
          }
        />
      ))}
    </FormGroup>
  );
}
