import { useContext, useState } from 'react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Pagination from '@mui/material/Pagination';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router-dom';
import type { PlanFactsOfSchool, PlanPriority } from '@tracker/contract';
import { TextLabels } from '../labels/TextLabels';
import { Failure } from '../layout/Failure';
import { Waiting } from '../layout/Waiting';
import { call, callForPage } from '../providers/call';
import { AskedContext } from './FactLink';
import { UNLABELLED } from './use-plan-figures-address';

const ROWS = 8;

/**
 * What schools want to do next, school by school, with labels.
 *
 * @param tagId only texts of this label, or those without one
 */
export function PriorityTexts({ tagId }: { tagId: string | undefined }) {
  const asked = useContext(AskedContext);
  const [page, setPage] = useState(1);
  const query = {
    filter: {
      ...{ academicYear: asked?.academicYear, fact: 'priorities::stated' },
      ...(tagId === UNLABELLED ? { unlabelled: true } : { tagId }),
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
      {data.total === 0 && (
        <Typography sx={{ my: 1 }}>
          {tagId === UNLABELLED ? 'Every text has a label.' : 'No text has this label now.'}
        </Typography>
      )}
      <Box component="ul" aria-label="What schools want to do next" sx={LIST}>
        {data.rows.map((row) => (
          <Box component="li" key={row.id} sx={{ py: 1, borderBottom: 1, borderColor: 'divider' }}>
            <Link component={RouterLink} to={`/schools/${row.id}/show`}>
              {row.schoolName}
            </Link>
            <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
              {row.priorities.filter(isShown(tagId)).map((priority) => (
                <li key={priority.text}>
                  {priority.text}
                  <TextLabels text={labelled(row, priority)} />
                </li>
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

const isShown =
  (tagId: string | undefined) =>
  ({ tags }: PlanPriority): boolean =>
    tagId === undefined ||
    (tagId === UNLABELLED ? tags.length === 0 : tags.some((tag) => tag.tagId === tagId));

const labelled = (
  { schoolName, regionId, documentId }: PlanFactsOfSchool,
  { text, tags }: PlanPriority,
) => ({
  ...{ of: `${schoolName}, “${text}”`, regionId, tags },
  add: (label: string, idempotencyKey: string) =>
    call('POST /api/tagged-priorities', { body: { documentId, text, label }, idempotencyKey }),
  remove: (id: string) => call('DELETE /api/tagged-priorities/{id}', { id }),
});

const LIST = { listStyle: 'none', m: 0, p: 0, maxWidth: 800, overflowWrap: 'anywhere' } as const;
