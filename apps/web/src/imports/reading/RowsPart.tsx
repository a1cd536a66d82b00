import { useState } from 'react';
import { keepPreviousData } from '@tanstack/react-query';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import Typography from '@mui/material/Typography';
import type { HandedBackFor, VisitReading, VisitRowOutcome } from '@tracker/contract';
import { HANDED_BACK_FOR } from '@tracker/contract';
import { plural } from '@tracker/domain';
import { Choice } from '../../fields/Choice';
import { Failure } from '../../layout/Failure';
import { Section } from '../../layout/Section';
import { Waiting } from '../../layout/Waiting';
import { useAnswerTo } from '../use-answer-to';
import { OUTCOME_ORDER, OUTCOME_WORDS, REASON_WORDS } from './reading-words';
import { RowCard } from './RowCard';
import { rowsKey, useReadingStep } from './use-reading';
import { call, callForPage } from '../../providers/call';

/** Every day of the file and what becomes of it, and what can be put right there and then. */
const ROWS_A_PAGE = 25;

export function RowsPart({ reading }: { reading: VisitReading }) {
  const { importId, counts, handedBack, options } = reading;
  const present = OUTCOME_ORDER.filter((outcome) => counts[outcome] > 0);
  const [chosen, setChosen] = useState<VisitRowOutcome | null>(null);
  const [reason, setReason] = useState<HandedBackFor | ''>('');
  const [page, setPage] = useState(0);
  const step = useReadingStep(importId);
  const outcome = chosen !== null && counts[chosen] > 0 ? chosen : (present[0] ?? 'new');
  const filter = {
    outcome,
    ...(outcome === 'handed_back' && reason !== '' && { handedBackFor: reason }),
  };
  const { data, error, refetch } = useAnswerTo(String(reading.version), {
    queryKey: [...rowsKey(importId), filter, page],
    queryFn: ({ signal }) =>
      callForPage('GET /api/imports/{id}/rows', {
        ...{ id: importId, signal },
        query: {
          filter,
          range: [page * ROWS_A_PAGE, (page + 1) * ROWS_A_PAGE - 1],
          sort: ['position', 'ASC'],
        },
      }),
    placeholderData: keepPreviousData,
  });
  if (present.length === 0) {
    return (
      <Section title="Visits in this file">
        <Typography>No day of a visit was found. Check the sheets and columns above.</Typography>
      </Section>
    );
  }
  const pages = Math.ceil((data?.total ?? 0) / ROWS_A_PAGE);
  return (
    <Section title="Visits in this file">
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1.5, mb: 1.5 }}>
        <ToggleButtonGroup
          exclusive
          value={outcome}
          aria-label="Which rows"
          onChange={(_, next: VisitRowOutcome | null) => {
            if (next === null) return;
            setChosen(next);
            setReason('');
            setPage(0);
          }}
          sx={{ flexWrap: 'wrap' }}
        >
          {present.map((one) => (
            <ToggleButton key={one} value={one} sx={{ textTransform: 'none', px: 2 }}>
              {OUTCOME_WORDS[one]} ({counts[one].toLocaleString('en-GB')})
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
        {outcome === 'handed_back' && Object.keys(handedBack).length > 1 && (
          <Choice
            label="Reason"
            all="All reasons"
            value={reason}
            choices={HANDED_BACK_FOR.filter((one) => handedBack[one]).map((id) => ({
              id,
              name: `${REASON_WORDS[id]} (${handedBack[id]})`,
            }))}
            onChange={(next) => {
              setReason(next as HandedBackFor | '');
              setPage(0);
            }}
          />
        )}
      </Box>
      {(counts.changed > 0 || (handedBack.differs ?? 0) > 0) && (
        <FormControlLabel
          control={<Checkbox checked={options.takeChanges ?? false} />}
          onChange={(_, takeChanges) =>
            void step(() =>
              call('POST /api/imports/{id}/check', {
                id: importId,
                body: { ...options, takeChanges },
              }),
            )
          }
          label="Let rows that differ from the record change it"
        />
      )}
      {error && !data && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting words="Loading the rows…" />}
      {data && (
        <Box
          component="ul"
          aria-label={OUTCOME_WORDS[outcome]}
          sx={{ listStyle: 'none', m: 0, p: 0 }}
        >
          {data.rows.map((row) => (
            <RowCard
              key={row.id}
              row={row}
              header={reading.sheets.find(({ index }) => index === row.sheetIndex)?.header ?? []}
              importId={importId}
            />
          ))}
        </Box>
      )}
      {data && pages > 1 && (
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, mt: 1 }}>
          <Button disabled={page === 0} onClick={() => setPage(page - 1)}>
            Previous
          </Button>
          <Typography variant="body2" role="status">
            Page {page + 1} of {pages}, {plural(data.total, 'row')}
          </Typography>
          <Button disabled={page + 1 >= pages} onClick={() => setPage(page + 1)}>
            Next
          </Button>
        </Box>
      )}
    </Section>
  );
}
