import { useQuery } from '@tanstack/react-query';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router-dom';
import { academicYearOf } from '@tracker/domain';
import { visitPlanPath } from '../paths/visit-plan-paths';
import { callForPage } from '../providers/call';
import { today } from '../providers/today';
import { yourPlanInWords } from './your-plan';

/** On Today: what the plan of the year, once sent to the teams, has for somebody; nothing where it has nothing. */
export function YourPlanLine({ userId }: { userId: string }) {
  const academicYear = academicYearOf(today());
  const { data } = useQuery({
    queryKey: ['visit-plans', 'yours', academicYear, userId],
    queryFn: async ({ signal }) => {
      const { rows: plans } = await callForPage('GET /api/visit-plans', {
        query: { filter: { academicYear, inUse: true }, range: [0, 0] },
        signal,
      });
      const planId = plans[0]?.sentAt ? plans[0].id : null;
      if (planId === null) return null;
      const filter = { planId, visitorId: userId, status: ['proposed' as const], from: today() };
      return callForPage('GET /api/visit-plan-lines', { query: { filter, range: [0, 0] }, signal });
    },
  });
  const words = data ? yourPlanInWords(data.total, data.rows[0]) : null;
  if (words === null) return null;
  return (
    <Typography>
      Your plan: {words}{' '}
      <Link component={RouterLink} to={visitPlanPath({ visitorId: userId, part: 'all' })}>
        Open your plan
      </Link>
    </Typography>
  );
}
