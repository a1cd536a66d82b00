import Box from '@mui/material/Box';
import FormControlLabel from '@mui/material/FormControlLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import type { SurveyQuestion } from '@tracker/domain';
import type { InputProps } from './choice-inputs';
import type { AnswerChoice } from './choices-of';

interface RatingInputProps extends InputProps {
  question: Pick<SurveyQuestion, 'low' | 'high'>;
  choices: readonly AnswerChoice[];
  answer: unknown;
}

/** One to five in a row, with what its ends mean below them; five lines of a phone would say no more. */
export function RatingInput(props: RatingInputProps) {
  const { id, question, choices, answer, onAnswer, described, invalid, disabled } = props;
  const { low, high } = question;
  return (
    <Box sx={{ maxWidth: 380, mt: 0.5 }}>
      <RadioGroup
        row
        name={id}
        role="presentation"
        value={choices.findIndex(({ value }) => value === answer)}
        onChange={(_, at) => onAnswer(choices[Number(at)]?.value)}
        sx={{ flexWrap: 'nowrap' }}
      >
        {choices.map(({ value, label }, at) => (
          <FormControlLabel
            key={label}
            value={at}
            disabled={disabled}
            label={String(value)}
            labelPlacement="bottom"
            sx={{ flex: 1, minWidth: 0, m: 0 }}
            control={
              <Radio
                slotProps={{
                  input: {
                    'aria-label': label,
                    'aria-describedby': described,
                    'aria-invalid': invalid,
                  },
                }}
              />
            }
          />
        ))}
      </RadioGroup>
      {(low || high) && (
        <Box
          aria-hidden
          sx={{
            ...{ display: 'flex', justifyContent: 'space-between', gap: 2, px: 1 },
            ...{ fontSize: '0.875rem', color: 'text.secondary' },
          }}
        >
          <span>{low && `1: ${low}`}</span>
          <Box component="span" sx={{ textAlign: 'right' }}>
            {high && `5: ${high}`}
          </Box>
        </Box>
      )}
    </Box>
  );
}
