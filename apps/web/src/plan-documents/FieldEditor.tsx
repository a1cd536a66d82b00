import { type FormEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import FormHelperText from '@mui/material/FormHelperText';
import type { PlanFieldReading } from '@tracker/contract';
import { type PlanFieldValue, PLAN_FIELD_WORDS } from '@tracker/domain';
import { today } from '../providers/today';
import { useUnsaved } from '../unsaved/use-unsaved';
import { kindOf } from './field-words';
import { InstrumentsEditor, MinutesEditor } from './RowsEditor';
import {
  ChoiceEditor,
  type EditorProps,
  LineEditor,
  TextsEditor,
  TicksEditor,
  YearsEditor,
} from './simple-editors';
import { readTyped, type Typed, typedOf } from './typed-values';

interface FieldEditorProps {
  reading: PlanFieldReading;
  /** To begin with. */
  value: PlanFieldValue | null;
  suggestedYears: readonly string[];
  onSave: (value: PlanFieldValue) => void;
  onClose: () => void;
}

/** Changes a field, each in the way of what it holds. Esc closes it, Ctrl and Enter take it over. */
export default function FieldEditor(props: FieldEditorProps) {
  const { reading, suggestedYears, onSave, onClose } = props;
  const [first] = useState<Typed>(() => typedOf(reading, props.value));
  const [typed, setTyped] = useState(first);
  const [problem, setProblem] = useState<string | null>(null);
  const problemId = useId();
  const form = useRef<HTMLFormElement>(null);
  const name = PLAN_FIELD_WORDS[reading.field];
  useUnsaved(typed !== first);
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('input, textarea, [role="combobox"]')?.focus();
  }, []);
  const save = (event?: FormEvent) => {
    event?.preventDefault();
    const read = readTyped(reading, typed, today());
    if ('value' in read) return onSave(read.value);
    setProblem(read.problem);
    form.current?.querySelector<HTMLElement>('input, textarea, [role="combobox"]')?.focus();
  };
  const press = (event: KeyboardEvent) => {
    if (event.defaultPrevented) return;
    if (event.key === 'Escape') onClose();
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save();
    else return;
    event.stopPropagation();
  };
  const editor: EditorProps = {
    ...{ reading, name, typed, suggestedYears },
    onChange: (next) => {
      setTyped(next);
      setProblem(null);
    },
    describedBy: problem === null ? undefined : problemId,
  };
  return (
    <Box
      component="form"
      ref={form}
      noValidate
      aria-label={`Change: ${name}`}
      onSubmit={save}
      onKeyDown={press}
      sx={{ mt: 1 }}
    >
      <Editor {...editor} />
      <FormHelperText id={problemId} error role="alert" sx={{ minHeight: '1.25rem' }}>
        {problem}
      </FormHelperText>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        <Button type="submit" size="small" variant="contained" aria-label={`Use this: ${name}`}>
          Use this
        </Button>
        <Button size="small" onClick={onClose} aria-label={`Leave as it is: ${name}`}>
          Leave as it is
        </Button>
      </Box>
    </Box>
  );
}

function Editor(props: EditorProps) {
  switch (kindOf(props.reading.field)) {
    case 'minutes':
      return <MinutesEditor {...props} />;
    case 'instruments':
      return <InstrumentsEditor {...props} />;
    case 'years':
      return <YearsEditor {...props} />;
    case 'ticks':
      return <TicksEditor {...props} />;
    case 'texts':
      return <TextsEditor {...props} />;
    case 'choice':
    case 'yes_no':
      return <ChoiceEditor {...props} />;
    default:
      return <LineEditor {...props} />;
  }
}
