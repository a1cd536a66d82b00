import { useEffect, useRef, useState } from 'react';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import {
  QUESTION_TYPE_LABELS,
  QUESTION_TYPES,
  type QuestionType,
  type SurveyProblem,
  type SurveyQuestion,
} from '@tracker/domain';
import { addQuestion, moveQuestion, removeQuestion } from './edit-questions';
import { EditedQuestion } from './EditedQuestion';

interface QuestionListProps {
  questions: readonly SurveyQuestion[];
  problems: readonly SurveyProblem[];
  onChange: (questions: SurveyQuestion[]) => void;
}

/** The questions of a draft in order; one at a time is open to be changed. */
export function QuestionList({ questions, problems, onChange }: QuestionListProps) {
  const [open, setOpen] = useState<number | null>(null);
  const [type, setType] = useState<QuestionType>('yes_no');
  const [said, setSaid] = useState('');
  const [removed, setRemoved] = useState<readonly SurveyQuestion[] | null>(null);
  // Where the focus goes once the order has changed: the button that was pressed has moved.
  const [focus, setFocus] = useState<{ index: number; label: string } | null>(null);
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    if (!focus) return;
    const item = list.current?.children[focus.index];
    const wanted = item?.querySelector<HTMLElement>(`[data-does="${focus.label}"]:not(:disabled)`);
    (wanted ?? item?.querySelector<HTMLElement>('[data-does="open"]'))?.focus();
  }, [focus]);

  const move = (from: number, to: number, label: string) => {
    onChange(moveQuestion(questions, from, to));
    setOpen(open === from ? to : null);
    setSaid(`Now question ${to + 1} of ${questions.length}.`);
    setFocus({ index: to, label });
  };
  const remove = (index: number) => {
    setRemoved(questions);
    onChange(removeQuestion(questions, index));
    setOpen(null);
    setSaid(`“${questions[index]?.text || 'The question'}” is removed.`);
    setFocus({ index: Math.max(0, index - 1), label: 'open' });
  };
  const add = () => {
    onChange(addQuestion(questions, type));
    setOpen(questions.length);
    setRemoved(null);
    setSaid('');
  };
  return (
    <>
      <Box
        component="ol"
        ref={list}
        sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1 }}
      >
        {questions.map((_, index) => (
          <EditedQuestion
            // A new question's key follows its text: as React's key it would lose the focus.
            key={index}
            questions={questions}
            index={index}
            problems={problems.filter((problem) => problem.index === index)}
            open={open === index}
            onOpen={(isOpen) => setOpen(isOpen ? index : null)}
            onChange={onChange}
            onMove={(to, label) => move(index, to, label)}
            onRemove={() => remove(index)}
          />
        ))}
      </Box>
      <Box role="status" sx={{ minHeight: 32, mt: 1 }}>
        {said}{' '}
        {removed && said.endsWith('removed.') && (
          <Button
            size="small"
            onClick={() => {
              onChange([...removed]);
              setRemoved(null);
              setSaid('It is back.');
            }}
          >
            Put it back
          </Button>
        )}
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', mt: 1 }}>
        <TextField
          select
          label="Type of the new question"
          value={type}
          onChange={({ target }) => setType(target.value as QuestionType)}
          sx={{ minWidth: 220 }}
        >
          {QUESTION_TYPES.map((one) => (
            <MenuItem key={one} value={one}>
              {QUESTION_TYPE_LABELS[one]}
            </MenuItem>
          ))}
        </TextField>
        <Button variant="outlined" onClick={add}>
          Add a question
        </Button>
      </Box>
    </>
  );
}
