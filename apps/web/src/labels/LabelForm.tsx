import { type SyntheticEvent, useState } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { call } from '../providers/call';
import { keyByBody } from '../providers/idempotency';
import { sentenceOf } from '../providers/problems';
import type { LabelledText } from './labelled-text';
import { refreshLabels } from './refresh-labels';

/** A label of the list, or a new one. */
export function LabelForm({ text, onClose }: { text: LabelledText; onClose: () => void }) {
  const queries = useQueryClient();
  const { data: tags = [] } = useQuery({
    queryKey: ['answer-tags'],
    queryFn: ({ signal }) => call('GET /api/answer-tags', { signal }),
  });
  const [label, setLabel] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const [keyOf] = useState(keyByBody);
  const present = text.tags.map((tag) => tag.label);
  const save = async (event: SyntheticEvent) => {
    event.preventDefault();
    if (label.trim() === '') return setFault('Give the label.');
    try {
      const given = label.trim();
      await text.add(given, keyOf(given));
      onClose();
      await refreshLabels(queries);
    } catch (error) {
      setFault(sentenceOf(error));
    }
  };
  return (
    <Box
      component="form"
      noValidate
      className="no-print"
      onSubmit={(event) => void save(event)}
      onKeyDown={({ key: pressed }) => pressed === 'Escape' && onClose()}
      sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'flex-start', mt: 0.5 }}
    >
      <Autocomplete
        freeSolo
        autoSelect={false}
        options={tags.map((tag) => tag.label).filter((each) => !present.includes(each))}
        inputValue={label}
        onInputChange={(_, typed) => {
          setLabel(typed);
          setFault(null);
        }}
        sx={{ flex: '1 1 12rem', maxWidth: 320 }}
        renderInput={(params) => (
          <TextField
            {...params}
            autoFocus
            label={`Label for the text of ${text.of}`}
            error={fault !== null}
            helperText={fault ?? 'One of the list, or a new one'}
            sx={{ my: 0 }}
          />
        )}
      />
      <Button type="submit" variant="contained">
        Add
      </Button>
      <Button onClick={onClose}>Cancel</Button>
    </Box>
  );
}
