import { useRef, type ReactNode } from 'react';
import { useFieldArray } from 'react-hook-form';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';

interface NamedRowsProps {
  /** The list in the form. */
  source: string;
  /** What one row is called: `holiday`. */
  one: string;
  /** `an` before it, as before `organisation`. */
  article?: 'a' | 'an';
  /** Of the inputs, from 600 pixels on. */
  columns?: string;
  empty: Record<string, string>;
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
  row,
}: NamedRowsProps) {
  const { fields, append, remove } = useFieldArray({ name: source });
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
    </Box>
  );
}
