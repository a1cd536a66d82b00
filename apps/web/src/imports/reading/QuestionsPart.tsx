import { useRef, useState } from 'react';
import FormControl from '@mui/material/FormControl';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormLabel from '@mui/material/FormLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import Typography from '@mui/material/Typography';
import type { ReadingQuestion, VisitReading } from '@tracker/contract';
import { plural } from '@tracker/domain';
import { Section } from '../../layout/Section';
import { isHttpError } from '../../providers/problems';

import { useReadingStep } from './use-reading';
import { call } from '../../providers/call';

/** What only a person can know of the file; rows that depend on it wait for the answer. */
export function QuestionsPart({ reading }: { reading: VisitReading }) {
  const step = useReadingStep(reading.importId);
  /** What was pressed last, until the file is read by it. */
  const [pressed, setPressed] = useState<Record<string, string>>({});
  const latest = useRef('');
  if (reading.questions.length === 0) return null;
  const open = reading.questions.filter(({ answer }) => answer === null).length;
  const openMonths = reading.questions.filter(
    (one) => one.answer === null && isOfMonths(one.key),
  ).length;
  const answer = async (key: string, value: string) => {
    const given = answersFor(key, value, reading.questions);
    const answers = { ...reading.options.answers, ...pressed, ...given };
    setPressed((before) => ({ ...before, ...given }));
    latest.current = key + value;
    const isLatest = () => latest.current === key + value;
    const went = await step(() =>
      onceRead(isLatest, () =>
        call('POST /api/imports/{id}/check', {
          id: reading.importId,
          body: { ...reading.options, answers },
        }),
      ),
    );
    if (!went && isLatest()) setPressed({});
  };
  return (
    <Section
      title={open > 0 ? `${plural(open, 'question')} about this file` : 'Questions about this file'}
    >
      {reading.questions.map((question) => (
        <Question
          key={question.key}
          question={question}
          forOthers={openMonths > 1 && question.answer === null && isOfMonths(question.key)}
          pressed={pressed[question.key] ?? null}
          onAnswer={(value) => void answer(question.key, value)}
        />
      ))}
    </Section>
  );
}

const isOfMonths = (key: string): boolean => key.startsWith('months-');

/** What becomes of months is answered for all sheets that wait for it; each can be changed afterwards. */
function answersFor(
  key: string,
  value: string,
  questions: readonly ReadingQuestion[],
): Record<string, string> {
  const alike = questions.filter((one) => one.answer === null && isOfMonths(one.key));
  const keys = isOfMonths(key) ? alike.map((one) => one.key) : [];
  return Object.fromEntries([key, ...keys].map((each) => [each, value]));
}

const PAUSE_MS = 500;
const MOST_TRIES = 60;

/**
 * Sends the answers; where the file is still being read by those before them, once it has been. Answers
 * that others have followed meanwhile go with those.
 */
async function onceRead(isLatest: () => boolean, send: () => Promise<unknown>): Promise<void> {
  for (let tries = 1; isLatest(); tries += 1) {
    try {
      await send();
      return;
    } catch (error) {
      const busy = isHttpError(error) && error.status === 409;
      if (!busy || tries === MOST_TRIES) throw error;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }
}

interface QuestionProps {
  question: ReadingQuestion;
  /** Whether the other sheets that wait for the same take this answer. */
  forOthers: boolean;
  /** Chosen here, and perhaps not yet known to the reading. */
  pressed: string | null;
  onAnswer: (value: string) => void;
}

function Question({ question, forOthers, pressed, onAnswer }: QuestionProps) {
  const { key, question: words, examples, options, answer, rows } = question;
  const id = `question-${key}`;
  return (
    <FormControl sx={{ display: 'block', mb: 2 }}>
      <FormLabel id={id} sx={{ color: 'text.primary', fontWeight: 650 }}>
        {words}
      </FormLabel>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {answer === null
          ? `${plural(rows, 'day waits', 'days wait')} for the answer.`
          : 'Answered.'}
        {examples.length > 0 && ` In the file: ${examples.map((one) => `“${one}”`).join(', ')}.`}
        {forOthers && ' Your answer goes for the other sheets too, until you change it there.'}
      </Typography>
      <RadioGroup
        aria-labelledby={id}
        value={pressed ?? answer ?? ''}
        onChange={(_, value) => onAnswer(value)}
        sx={{ rowGap: 0.5 }}
      >
        {options.map(({ value, label }) => (
          <FormControlLabel key={value} value={value} control={<Radio />} label={label} />
        ))}
      </RadioGroup>
    </FormControl>
  );
}
