import { useEffect, useRef } from 'react';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import IconButton from '@mui/material/IconButton';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import DownIcon from '@mui/icons-material/ArrowDownwardOutlined';
import RemoveIcon from '@mui/icons-material/DeleteOutlined';
import {
  capital,
  MOST_STAGES,
  SURVEY_LIMITS,
  type SurveyOption,
  type SurveyQuestion,
} from '@tracker/domain';
import { changeQuestion, nameOptions, newOption } from './edit-questions';
import type { EditorProps } from './editor-props';

/** The choices of a question, or the stages of its scale: their texts, their order, and which of them rules out the others. */
export function OptionsEditor({ questions, index, onChange }: EditorProps) {
  const question = questions[index] as SurveyQuestion;
  const { options } = question;
  const isScale = question.type === 'stage';
  const one = isScale ? 'stage' : 'choice';
  const added = useRef(false);
  const last = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (added.current) last.current?.focus();
    added.current = false;
  }, [options.length]);
  const setAll = (next: SurveyOption[]) =>
    onChange(changeQuestion(questions, index, { ...question, options: next }));
  const set = (at: number, change: Partial<SurveyOption>) =>
    setAll(options.map((option, place) => (place === at ? { ...option, ...change } : option)));
  const swapDown = (at: number) => {
    const next = [...options];
    next.splice(at, 2, ...[options[at + 1], options[at]].filter((one) => one !== undefined));
    setAll(next);
  };
  return (
    <Box component="fieldset" sx={{ m: 0, p: 0, border: 0, minWidth: 0 }}>
      <Typography component="legend" sx={{ p: 0, mb: 1 }}>
        {isScale ? 'Stages, from lowest to highest' : 'Choices'}
      </Typography>
      {options.map((option, at) => (
        <Box
          key={at}
          sx={{ display: 'flex', gap: 0.5, mb: 1, alignItems: 'center', flexWrap: 'wrap' }}
        >
          <TextField
            label={`${capital(one)} ${at + 1}`}
            value={option.label}
            inputRef={at === options.length - 1 ? last : undefined}
            onChange={({ target }) => set(at, { label: target.value })}
            onBlur={() => onChange(nameOptions(questions, index))}
            sx={{ flex: '1 1 12rem' }}
            slotProps={{ htmlInput: { maxLength: SURVEY_LIMITS.label } }}
          />
          <IconButton
            aria-label={`Move ${one} ${at + 1} down`}
            disabled={at === options.length - 1}
            onClick={() => swapDown(at)}
          >
            <DownIcon fontSize="small" />
          </IconButton>
          <IconButton
            aria-label={`Remove ${one} ${at + 1}`}
            onClick={() => setAll(options.filter((_, place) => place !== at))}
          >
            <RemoveIcon fontSize="small" />
          </IconButton>
          {question.type === 'several_choices' && (
            <FormControlLabel
              label="Rules out the others"
              control={
                <Checkbox checked={option.alone} onChange={(_, on) => set(at, { alone: on })} />
              }
            />
          )}
        </Box>
      ))}
      <Button
        disabled={isScale && options.length >= MOST_STAGES}
        onClick={() => {
          setAll([...options, newOption(options.map(({ key }) => key))]);
          added.current = true;
        }}
      >
        Add a {one}
      </Button>
    </Box>
  );
}
