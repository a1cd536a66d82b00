import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormGroup from '@mui/material/FormGroup';
import Typography from '@mui/material/Typography';

interface TickGroupProps<V> {
  legend: string;
  choices: readonly { value: V; label: string }[];
  ticked: readonly V[];
  onChange: (ticked: V[]) => void;
}

/** Any of some, in their order. */
export function TickGroup<V extends string | number | boolean>(props: TickGroupProps<V>) {
  const { legend, choices, ticked, onChange } = props;
  return (
    <Box component="fieldset" sx={{ m: 0, p: 0, border: 0, minWidth: 0 }}>
      <Typography component="legend" sx={{ p: 0 }}>
        {legend}
      </Typography>
      <FormGroup row>
        {choices.map(({ value, label }) => (
          <FormControlLabel
            key={String(value)}
            label={label}
            control={
              <Checkbox
                checked={ticked.includes(value)}
                onChange={(_, on) =>
                  onChange(
                    choices
                      .map((choice) => choice.value)
                      .filter((one) => (one === value ? on : ticked.includes(one))),
                  )
                }
              />
            }
          />
        ))}
      </FormGroup>
    </Box>
  );
}
