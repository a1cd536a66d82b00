import { required, SelectInput, TextInput } from 'react-admin';
import { useFieldArray } from 'react-hook-form';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import AddIcon from '@mui/icons-material/Add';
import { DayInput } from '../fields/DayInput';
import { StaffInput } from '../fields/inputs';
import { ACTION_PRIORITY_WORDS, choicesOf } from '../fields/words';
import { writtenUpTo } from '../fields/written';
import { useSignedInUser } from '../providers/use-signed-in-user';

/** The actions agreed at the visit; as many as there were. */
export function ActionInputs() {
  const { fields, append, remove } = useFieldArray({ name: 'actions' });
  const user = useSignedInUser();
  const add = () =>
    append(
      { title: '', detail: '', ownerId: user?.id ?? '', dueOn: '', priority: 'normal' },
      { focusName: `actions.${fields.length}.title` },
    );
  return (
    <Box component="section" aria-labelledby="actions-heading" sx={{ mt: 2 }}>
      <Typography variant="h2" id="actions-heading">
        What is to be done
      </Typography>
      {fields.length === 0 && (
        <Typography variant="body2" sx={{ color: 'text.secondary', my: 0.5 }}>
          Nothing yet. Add an action for everything somebody promised.
        </Typography>
      )}
      {fields.map((field, i) => (
        <Box
          key={field.id}
          role="group"
          aria-label={`Action ${i + 1}`}
          sx={{ borderTop: i > 0 ? 1 : 0, borderColor: 'divider', py: 1 }}
        >
          <TextInput
            source={`actions.${i}.title`}
            label="What"
            validate={writtenUpTo(300, 'Please say what is to be done, or remove the action.')}
            helperText={false}
          />
          <Box
            sx={{
              display: 'grid',
              gridTemplateColumns: { sm: '1.2fr 1.2fr 0.8fr' },
              columnGap: 1.5,
            }}
          >
            <StaffInput source={`actions.${i}.ownerId`} label="Whose" helperText={false} />
            <DayInput source={`actions.${i}.dueOn`} label="Due" helperText="May be left open" />
            <SelectInput
              source={`actions.${i}.priority`}
              label="Priority"
              choices={choicesOf(ACTION_PRIORITY_WORDS)}
              validate={required()}
              helperText={false}
            />
          </Box>
          <Button size="small" color="error" onClick={() => remove(i)}>
            Remove action {i + 1}
          </Button>
        </Box>
      ))}
      <Button startIcon={<AddIcon />} onClick={add}>
        Add an action
      </Button>
    </Box>
  );
}
