import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { KnownAnswer } from '@tracker/contract';
import { answerInWords, formatDay, isAnswered, type SurveyQuestion } from '@tracker/domain';

interface KnownNoteProps {
  question: SurveyQuestion;
  answer: unknown;
  known: KnownAnswer;
  onAnswer: (answer: unknown) => void;
  disabled?: boolean;
}

/** Where an answer comes from: `from the school, Tue 3 Dec 2024`. */
export const sourceInWords = ({ source, on }: Pick<KnownAnswer, 'source' | 'on'>): string =>
  `${source === 'school' ? 'from the school' : 'from a visit'}, ${formatDay(on)}`;

/** What is known already, and whether the answer is still that. */
export function KnownNote({ question, answer, known, onAnswer, disabled }: KnownNoteProps) {
  const same = JSON.stringify(answer) === JSON.stringify(known.answer);
  return (
    <Box sx={{ mt: 0.5, fontSize: '0.875rem', color: 'text.secondary' }}>
      {same && isAnswered(answer) ? (
        <>Known: {sourceInWords(known)}</>
      ) : (
        <>
          Before: {answerInWords(question, known.answer)} ({sourceInWords(known)}){' '}
          {!disabled && (
            <Button
              size="small"
              onClick={() => onAnswer(known.answer)}
              aria-label={`Use the answer from before to: ${question.text}`}
            >
              Use this
            </Button>
          )}
        </>
      )}
    </Box>
  );
}
