import { useGetList } from 'react-admin';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router-dom';
import type { School } from '@tracker/contract';
import { schoolPath } from '../paths/school-paths';

/** Which schools this one came from and which took its place, as links. */
export function RelatedSchools({ school }: { school: School }) {
  return (
    <>
      {school.predecessorUrns.map((urn) => (
        <Related key={urn} urn={urn} words="Took the place of" />
      ))}
      {school.successorUrns.map((urn) => (
        <Related key={urn} urn={urn} words="Its place was taken by" />
      ))}
    </>
  );
}

function Related({ urn, words }: { urn: number; words: string }) {
  const { data } = useGetList<School>('schools', {
    filter: { urn },
    pagination: { page: 1, perPage: 1 },
    sort: { field: 'urn', order: 'ASC' },
  });
  const [related] = data ?? [];
  return (
    <Typography variant="body2" sx={{ mt: 0.5 }}>
      {words}{' '}
      {related ? (
        <Link component={RouterLink} to={schoolPath(related.id)}>
          {related.name}
        </Link>
      ) : (
        `the school with the URN ${urn}, which is not in the tracker`
      )}
      .
    </Typography>
  );
}
