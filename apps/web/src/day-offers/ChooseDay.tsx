import { useState } from 'react';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import FormControl from '@mui/material/FormControl';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormLabel from '@mui/material/FormLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import Typography from '@mui/material/Typography';
import type { OfferedDays, OfferedDaysAnswer } from '@tracker/contract';
import { formatDay, LIMITS } from '@tracker/domain';
import { DayField } from '../fields/DayField';
import { Text } from '../fields/plain-inputs';
import { call } from '../providers/call';
import { NOTHING_SAID, saidOf, type SayingForm } from './offer-words';
import { SayingFields } from './SayingFields';
import { useSchoolAnswer } from './use-school-answer';

interface ChooseDayProps {
  token: string;
  offered: OfferedDays;
  onAnswered: (offered: OfferedDays) => void;
  /** A day may have been taken meanwhile. */
  onRefused: () => void;
}

const NONE = 'none';
const PROPOSE = 'propose';
const BUTTONS: Record<string, string> = {
  [NONE]: 'Send our answer',
  [PROPOSE]: 'Propose this',
};

/** One of the days, none of them, or another: sent by the button alone. */
export function ChooseDay({ token, offered, onAnswered, onRefused }: ChooseDayProps) {
  const [chosen, setChosen] = useState('');
  const [saying, setSaying] = useState<SayingForm>(NOTHING_SAID);
  const [proposed, setProposed] = useState({ day: '', words: '' });
  const [isMissing, setIsMissing] = useState(false);
  const { send, isBusy, refusal, errors } = useSchoolAnswer<OfferedDays>(onAnswered);
  const answer = async () => {
    setIsMissing(chosen === '');
    if (chosen === '') return;
    const body = answerOf(token, chosen, saying, proposed);
    await send(async () => {
      try {
        return await call('POST /api/offered-days/answer', { body });
      } catch (error) {
        onRefused();
        throw error;
      }
    });
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void answer();
      }}
    >
      <Typography sx={{ mb: 2 }}>
        We would like to visit you. The visit takes about an hour. We keep these days for you until{' '}
        {formatDay(offered.expiresOn)}.
      </Typography>
      {refusal && (
        <Alert severity="error" sx={{ mb: 2 }}>
          {refusal.words}
        </Alert>
      )}
      <FormControl error={isMissing} sx={{ width: '100%' }}>
        <FormLabel id="which-day">Which day suits you?</FormLabel>
        <RadioGroup
          aria-labelledby="which-day"
          name="day"
          value={chosen}
          onChange={(_, value) => setChosen(value)}
        >
          {offered.days.map(({ date, visitorName, gone }) => (
            <Option
              key={date}
              value={date}
              disabled={gone}
              label={`${formatDay(date)}, with ${visitorName}${gone ? ' (taken in the meantime)' : ''}`}
            />
          ))}
          <Option value={PROPOSE} label="We would like another day" />
          <Option value={NONE} label="None of these suits us" />
        </RadioGroup>
        {isMissing && <Alert severity="error">Choose a day, or one of the other answers.</Alert>}
      </FormControl>
      {chosen === PROPOSE && (
        <>
          <DayField
            id="proposed-day"
            name="days.0"
            label="A day that suits you"
            value={proposed.day}
            onChange={(day) => setProposed({ ...proposed, day })}
            error={'days.0' in errors || 'days' in errors}
            helperText={errors['days.0'] ?? errors['days']}
            fullWidth
          />
          <Text
            id="proposed-words"
            name="words"
            label="Or write what would suit you"
            value={proposed.words}
            error={errors['words']}
            onChange={(words) => setProposed({ ...proposed, words })}
            multiline
            minRows={2}
            slotProps={{ htmlInput: { maxLength: LIMITS.dayOffer.words } }}
          />
        </>
      )}
      {chosen === NONE && <SayingFields form={saying} errors={errors} onChange={setSaying} />}
      <Button type="submit" variant="contained" size="large" disabled={isBusy} sx={{ mt: 2 }}>
        {isBusy ? 'Sending…' : (BUTTONS[chosen] ?? 'Take this day')}
      </Button>
    </form>
  );
}

const Option = (props: { value: string; label: string; disabled?: boolean }) => (
  <FormControlLabel {...props} control={<Radio />} sx={{ minHeight: 44 }} />
);

function answerOf(
  token: string,
  chosen: string,
  saying: SayingForm,
  { day, words }: { day: string; words: string },
): OfferedDaysAnswer {
  if (chosen === NONE) return { token, answer: 'none', ...saidOf(saying) };
  if (chosen !== PROPOSE) return { token, answer: 'take', date: chosen };
  return { token, answer: 'propose', days: day === '' ? [] : [day], words: words.trim() || null };
}
