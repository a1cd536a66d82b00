import { useState } from 'react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import type { ImportRow } from '@tracker/contract';
import { call } from '../../providers/call';

interface SchoolChoiceProps {
  row: ImportRow;
  onChoose: (schoolId: string) => void;
}

const placed = (name: string, town: string | null) => (town ? `${name}, ${town}` : name);

/** The likeliest schools as buttons, and any other by its name. */
export function SchoolChoice({ row, onChoose }: SchoolChoiceProps) {
  const likely = row.candidates.filter(({ schoolId }) => schoolId !== row.schoolId);
  const width = { xs: '100%', sm: likely.length === 0 ? 'auto' : '100%' };
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'flex-start', width }}>
      {likely.map(({ schoolId, name, town, urn, closed }) => (
        <Button
          key={schoolId}
          size="small"
          variant="outlined"
          aria-label={`${placed(name, town)} (${urn})${closed ? ', closed' : ''}: line ${row.line}`}
          onClick={() => onChoose(schoolId)}
          sx={{ whiteSpace: 'normal', textAlign: 'left', overflowWrap: 'anywhere' }}
        >
          {placed(name, town)} ({urn}){closed && ', closed'}
        </Button>
      ))}
      <AnySchool label={`Another school for line ${row.line}`} onChoose={onChoose} />
    </Box>
  );
}

interface AnySchoolProps {
  label: string;
  onChoose: (schoolId: string) => void;
}

function AnySchool({ label, onChoose }: AnySchoolProps) {
  const [q, setQ] = useState('');
  const typed = q.trim();
  const { data, isFetching } = useQuery({
    queryKey: ['schools', 'by-name', typed],
    queryFn: ({ signal }) =>
      call('GET /api/schools', { query: { filter: { q: typed }, range: [0, 9] }, signal }),
    enabled: typed.length >= 2,
    placeholderData: keepPreviousData,
  });
  return (
    <Autocomplete
      options={typed.length >= 2 ? (data ?? []) : []}
      getOptionKey={({ id }) => id}
      getOptionLabel={({ name, town, urn, status }) =>
        `${placed(name, town)} (${urn})${status === 'closed' ? ', closed' : ''}`
      }
      // The server has searched, forgiving slips that a comparison here would not.
      filterOptions={(options) => options}
      loading={isFetching}
      loadingText="Searching…"
      noOptionsText={typed.length < 2 ? 'Type two letters of its name' : 'No school of that name'}
      onInputChange={(_, text) => setQ(text)}
      onChange={(_, school) => school && onChoose(school.id)}
      renderInput={(params) => <TextField {...params} label={label} size="small" sx={{ my: 0 }} />}
      sx={{ width: { xs: '100%', sm: 320 } }}
    />
  );
}
