import { useContext, useState } from 'react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Pagination from '@mui/material/Pagination';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router-dom';
import type { PlanFieldFigures } from '@tracker/contract';
import { NOT_STATED } from '@tracker/domain';
import { Failure } from '../layout/Failure';
import { Section } from '../layout/Section';
import { Waiting } from '../layout/Waiting';
import { callForPage } from '../providers/call';
import { AskedContext, FactLink } from './FactLink';

const ROWS = 8;

/** What schools want to do next, in their own words. */
export function PrioritiesSection({ figures }: { figures: PlanFieldFigures }) {
  const { field, label, stated, notStated } = figures;
  return (
    <Section title={label}>
      <Typography sx={{ mb: 1, color: 'text.secondary' }}>
        <FactLink fact={{ field, part: '', value: 'stated' }} schools={stated} /> say what,{' '}
        <FactLink fact={{ field, part: '', value: NOT_STATED }} schools={notStated} /> do not say.
      </Typography>
      {stated > 0 && <Texts />}
    </Section>
  );
}

function Texts() {
  const asked = useContext(AskedContext);
  const [page, setPage] = useState(1);
  const query = {
    filter: {
      ...{ academicYear: asked?.academicYear, fact: 'priorities::stated' },
      ...{ regionId: asked?.regionId, phase: asked?.phase, fsmBand: asked?.fsmBand as never },
    },
    range: [(page - 1) * ROWS, page * ROWS - 1] as const,
  };
  const { data, error, refetch, isPlaceholderData } = useQuery({
    queryKey: ['plan-facts', query],
    queryFn: ({ signal }) => callForPage('GET /api/plan-facts', { query, signal }),
    placeholderData: keepPreviousData,
  });
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Waiting words="Loading the texts…" />;
  const pages = Math.ceil(data.total / ROWS);
  return (
    <Box aria-busy={isPlaceholderData}>
      <Box component="ul" aria-label="What schools want to do next" sx={LIST}>
        {data.rows.map(({ id, schoolName, priorities }) => (
          <Box component="li" key={id} sx={{ py: 1, borderBottom: 1, borderColor: 'divider' }}>
            <Link component={RouterLink} to={`/schools/${id}/show`}>
              {schoolName}
            </Link>
            <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
              {priorities.map((text) => (
                <li key={text}>{text}</li>
              ))}
            </Box>
          </Box>
        ))}
      </Box>
      {pages > 1 && (
        <Pagination
          className="no-print"
          count={pages}
          page={Math.min(page, pages)}
          onChange={(_, next) => setPage(next)}
          sx={{ mt: 1 }}
        />
      )}
    </Box>
  );
}

const LIST = { listStyle: 'none', m: 0, p: 0, maxWidth: 800, overflowWrap: 'anywhere' } as const;
