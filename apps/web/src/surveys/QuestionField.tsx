import { useId } from 'react';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { KnownAnswer } from '@tracker/contract';
import { isAnswered, type SurveyQuestion } from '@tracker/domain';
import { ChoiceInput, SeveralInput } from './choice-inputs';
import { answerChoicesOf } from './choices-of';
import { KnownNote } from './KnownNote';
import { RatingInput } from './RatingInput';
import { TypedInput } from './TypedInput';

interface QuestionFieldProps {
  question: SurveyQuestion;
  answer: unknown;
  onAnswer: (answer: unknown) => void;
  error?: string;
  known?: KnownAnswer;
  disabled?: boolean;
}

/** One question with its help, its answer, what is known and what is wrong. */
export function QuestionField(props: QuestionFieldProps) {
  const { question, answer, onAnswer, error, known, disabled } = props;
  const id = useId();
  const choices = answerChoicesOf(question);
  const described =
    [question.help && `${id}-help`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;
  const input = { id, described, invalid: error !== undefined, disabled, onAnswer };
  return (
    <Box
      component={choices ? 'fieldset' : 'div'}
      data-question={question.key}
      aria-describedby={choices ? described : undefined}
      sx={{ m: 0, p: 0, border: 0, minWidth: 0 }}
    >
      <Typography
        component={choices ? 'legend' : 'label'}
        htmlFor={choices ? undefined : id}
        sx={{ display: 'block', fontWeight: 650, p: 0, overflowWrap: 'anywhere' }}
      >
        {question.text}
        {question.required && (
          <Box component="span" sx={{ fontWeight: 400, color: 'text.secondary' }}>
            {' '}
            (required)
          </Box>
        )}
      </Typography>
      {question.help && (
        <Typography id={`${id}-help`} variant="body2" sx={{ color: 'text.secondary' }}>
          {question.help}
        </Typography>
      )}
      {question.type === 'several_choices' && (
        <SeveralInput options={question.options} answer={answer} {...input} />
      )}
      {question.type === 'rating' && choices && (
        <RatingInput question={question} choices={choices} answer={answer} {...input} />
      )}
      {question.type !== 'several_choices' && question.type !== 'rating' && choices && (
        <ChoiceInput choices={choices} answer={answer} {...input} />
      )}
      {!choices && <TypedInput question={question} answer={answer} {...input} />}
      {error && (
        <Typography id={`${id}-error`} variant="body2" sx={{ color: 'error.main', mt: 0.5 }}>
          {error}
        </Typography>
      )}
      {known && <KnownNote {...{ question, answer, known, onAnswer, disabled }} />}
      {choices && question.type !== 'several_choices' && isAnswered(answer) && !disabled && (
        <Button
          size="small"
          onClick={() => onAnswer(undefined)}
          aria-label={`Clear answer: ${question.text}`}
          sx={{ ml: -0.5 }}
        >
          Clear answer
        </Button>
      )}
    </Box>
  );
}
