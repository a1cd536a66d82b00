import { useRef, type ReactNode } from 'react';
import { useFieldArray } from 'react-hook-form';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';

interface NamedRowsProps {
  /** The list in the form. */
  source: string;
  /** What one row is called: `holiday`. */
  one: string;
  /** `an` before it, as before `organisation`. */
  article?: 'a' | 'an';
  /** Of the inputs, from 600 pixels on. */
  columns?: string;
  empty: Record<string, string | string[]>;
  /** Rows to be added with one press, each with the words of its button. */
  offered?: { words: string; row: Record<string, string> }[];
  /** The inputs of a row, under its source; `which` sets their labels apart: `holiday 2`. */
  row: (source: string, which: string) => ReactNode;
}

/** A list that is typed by hand, row by row. */
export function NamedRows({
  source,
  one,
  article = 'a',
  columns = '2fr 1fr 1fr',
  empty,
  offered = [],
  row,
}: NamedRowsProps) {
  const { fields, append, remove } = useFieldArray({ name: source });
  const there = new Set(fields.map((field) => (field as Record<string, unknown>)['name']));
  const left = offered.filter(({ row: values }) => !there.has(values['name']));
  const add = useRef<HTMLButtonElement>(null);
  const takeOut = (index: number) => {
    remove(index);
    // The button that was pressed is gone with its row.
    add.current?.focus();
  };
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      {fields.map(({ id }, index) => (
        <Box
          key={id}
          role="group"
          aria-label={`${one} ${index + 1}`}
          sx={{
            display: 'grid',
            gap: 1,
            alignItems: 'start',
            gridTemplateColumns: { sm: `${columns} auto` },
            borderTop: 1,
            borderColor: 'divider',
            pt: 1.5,
          }}
        >
          {row(`${source}.${index}`, `${one} ${index + 1}`)}
          <Button onClick={() => takeOut(index)} aria-label={`Remove ${one} ${index + 1}`}>
            Remove
          </Button>
        </Box>
      ))}
      <Box>
        <Button ref={add} variant="outlined" onClick={() => append(empty)}>
          Add {article} {one}
        </Button>
      </Box>
      {left.length > 0 && (
        <Box role="group" aria-label={`Named in plans, in no list: ${one}`}>
          <Typography variant="body2" color="text.secondary" sx={{ mb: 1 }}>
            Named in confirmed plans, and in no list yet:
          </Typography>
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
            {left.map(({ words, row: values }) => (
              <Button key={words} size="small" variant="outlined" onClick={() => append(values)}>
                Add {words}
              </Button>
            ))}
          </Box>
        </Box>
      )}
    </Box>
  );
}
