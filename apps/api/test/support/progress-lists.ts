import type { CountWithList, Progress } from '@tracker/contract';
import { type Agent, listQuery } from './test-api';

const isList = (value: unknown): value is CountWithList =>
  typeof value === 'object' && value !== null && 'resource' in value && 'filter' in value;

/** Every number of an answer that opens a list, with where it stands. */
export function everyList(progress: Progress): [string, CountWithList][] {
  const found: [string, CountWithList][] = progress.outcomes.reasons.map(
    ({ outcome, reason, visits, filter }) => [
      `${outcome}: ${reason}`,
      { count: visits, resource: 'visits', filter },
    ],
  );
  const walk = (value: unknown, path: string): void => {
    if (isList(value)) found.push([path, value]);
    else if (typeof value === 'object' && value !== null) {
      for (const [name, part] of Object.entries(value)) walk(part, `${path}.${name}`);
    }
  };
  walk(progress, 'progress');
  return found;
}

/** How many records a list has, by its own account. */
export async function lengthOf(
  agent: Agent,
  { resource, filter }: Pick<CountWithList, 'resource' | 'filter'>,
): Promise<number> {
  const answer = await agent
    .get(`/api/${resource}`)
    .query(listQuery({ filter, range: [0, 0] }))
    .expect(200);
  return Number(answer.headers['content-range']?.split('/')[1]);
}
