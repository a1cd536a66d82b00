import { useRef } from 'react';
import { useInput } from 'react-admin';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import FormHelperText from '@mui/material/FormHelperText';
import IconButton from '@mui/material/IconButton';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import DownIcon from '@mui/icons-material/ArrowDownwardOutlined';
import UpIcon from '@mui/icons-material/ArrowUpwardOutlined';
import RemoveIcon from '@mui/icons-material/CloseOutlined';
import type { ReportColumn } from '@tracker/contract';
import { columnFaults } from '@tracker/domain';

/** Columns chosen one by one and put in order with buttons, which a keyboard reaches as a mouse does. */
export function ColumnsInput({ columns }: { columns: readonly ReportColumn[] }) {
  const list = useRef<HTMLOListElement>(null);
  const { field, fieldState } = useInput({
    source: 'columns',
    validate: (keys: unknown) => columnFaults((keys as string[] | undefined) ?? [])[0],
  });
  const chosen = (field.value as string[] | undefined) ?? [];
  const left = columns.filter(({ key }) => !chosen.includes(key));
  const heading = (key: string) => columns.find((column) => column.key === key)?.heading ?? key;
  const move = (at: number, by: number) => {
    const keys = [...chosen];
    const [key] = keys.splice(at, 1);
    if (key === undefined) return;
    keys.splice(at + by, 0, key);
    field.onChange(keys);
    // The button goes with its row; at either end the other one takes over.
    const end = at + by === 0 || at + by === keys.length - 1;
    const which = end ? (by < 0 ? 'Down' : 'Up') : by < 0 ? 'Up' : 'Down';
    requestAnimationFrame(() =>
      list.current?.querySelector<HTMLElement>(`[data-move="${which} ${key}"]`)?.focus(),
    );
  };
  return (
    <Box role="group" aria-label="Columns">
      <Typography component="h3" sx={{ fontWeight: 650, mt: 1 }}>
        Columns after the URN
      </Typography>
      <Box component="ol" ref={list} sx={{ pl: 3, my: 1 }}>
        {chosen.map((key, at) => (
          <Box component="li" key={key} sx={{ py: 0.25 }}>
            <Box sx={{ display: 'flex', alignItems: 'center', gap: 0.5 }}>
              <Typography sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
                {heading(key)}
              </Typography>
              <IconButton
                size="small"
                data-move={`Up ${key}`}
                aria-label={`Move up: ${heading(key)}`}
                disabled={at === 0}
                onClick={() => move(at, -1)}
              >
                <UpIcon fontSize="small" />
              </IconButton>
              <IconButton
                size="small"
                data-move={`Down ${key}`}
                aria-label={`Move down: ${heading(key)}`}
                disabled={at === chosen.length - 1}
                onClick={() => move(at, 1)}
              >
                <DownIcon fontSize="small" />
              </IconButton>
              <IconButton
                size="small"
                aria-label={`Leave out: ${heading(key)}`}
                onClick={() => field.onChange(chosen.filter((one) => one !== key))}
              >
                <RemoveIcon fontSize="small" />
              </IconButton>
            </Box>
          </Box>
        ))}
      </Box>
      <TextField
        select
        label="Add a column"
        value=""
        onChange={({ target }) => target.value && field.onChange([...chosen, target.value])}
        error={Boolean(fieldState.error)}
        slotProps={{ inputLabel: { shrink: true } }}
        fullWidth
      >
        {left.map(({ key, heading: words, isAnswer }) => (
          <MenuItem key={key} value={key} sx={{ whiteSpace: 'normal' }}>
            {isAnswer ? `Answer: ${words}` : words}
          </MenuItem>
        ))}
      </TextField>
      {fieldState.error && <FormHelperText error>{plain(fieldState.error.message)}</FormHelperText>}
      {left.length > 0 && chosen.length === 0 && (
        <Button
          onClick={() =>
            field.onChange(columns.filter(({ isAnswer }) => !isAnswer).map(({ key }) => key))
          }
        >
          Take all but the survey’s answers
        </Button>
      )}
    </Box>
  );
}

/** react-admin marks sentences that come from a check of its own. */
const plain = (message = ''): string => message.replace(/^@@react-admin@@"?/, '').replace(/"$/, '');
