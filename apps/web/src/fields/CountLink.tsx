import Link from '@mui/material/Link';
import { Link as RouterLink } from 'react-router-dom';
import type { CountWithList } from '@tracker/contract';

const NEWEST_FIRST = { visits: { sort: 'day', order: 'DESC' }, schools: {} } as const;

/** Where the list of exactly those records is that were counted. */
export function countedPath({ resource, filter }: Pick<CountWithList, 'resource' | 'filter'>) {
  const query = { filter: JSON.stringify(filter), ...NEWEST_FIRST[resource] };
  return `/${resource}?${new URLSearchParams(query)}`;
}

interface CountLinkProps {
  counted: CountWithList;
  /** What is counted, for those who hear the number by itself: `visits in East`. */
  words: string;
}

/** A number that opens the list of what it counts. */
export function CountLink({ counted, words }: CountLinkProps) {
  const figure = counted.count.toLocaleString('en-GB');
  return (
    <Link component={RouterLink} to={countedPath(counted)} aria-label={`${figure} ${words}`}>
      {figure}
    </Link>
  );
}
