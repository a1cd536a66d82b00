import { randomUUID } from 'node:crypto';
import type { Day } from '@tracker/domain';
import type { DataSource } from 'typeorm';
import type { BareStatement } from './bare/statements';
import type { Asked } from './load';

/** One thing that is asked of the tracker and of the bare program. */
export interface Cell {
  title: string;
  tracker: (n: number) => Asked;
  bare: (n: number) => Asked;
}

/** What both are asked, about schools that are on record. */
export async function requestCells(dataSource: DataSource, today: Day): Promise<Cell[]> {
  const schools = await idsOf(
    dataSource,
    'SELECT id FROM schools WHERE in_scope ORDER BY urn LIMIT 500',
  );
  const regions = await idsOf(dataSource, 'SELECT id FROM regions ORDER BY name');
  const school = (n: number) => schools[n % schools.length] as string;
  const region = (n: number) => regions[n % regions.length] as string;
  const summary = 'Two choirs, no whole-class instrumental teaching.';
  return [
    {
      title: '25 schools of a region, counted',
      tracker: (n) => list({ filter: { regionId: region(n) } }),
      bare: (n) => bare('list', region(n)),
    },
    {
      title: 'All schools by their last visit',
      tracker: () => list({ sort: ['lastVisitedOn', 'ASC'] }),
      bare: () => bare('byLastVisit'),
    },
    {
      title: 'Search by name',
      tracker: (n) => list({ filter: { q: WORDS[n % WORDS.length] } }),
      bare: (n) => bare('search', `%${WORDS[n % WORDS.length]}%`),
    },
    {
      title: 'One school with its visits',
      tracker: (n) => ({ path: `/api/schools/${school(n)}/timeline${query({ range: [0, 24] })}` }),
      bare: (n) => bare('school', school(n)),
    },
    {
      title: 'A visit written down',
      tracker: (n) => ({
        ...{ method: 'POST', path: '/api/visits' },
        headers: { ...JSON_BODY, 'Idempotency-Key': randomUUID() },
        body: JSON.stringify({
          schoolId: school(n),
          outcome: { visitedOn: today, summary, peopleMet: [] },
        }),
      }),
      bare: (n) => ({
        ...{ method: 'POST', path: '/insert', headers: JSON_BODY },
        body: JSON.stringify([school(n), today, summary]),
      }),
    },
  ];
}

const WORDS = ['swanmead', 'ashdale', 'fernwood', 'millbrook', 'oakfield', 'larkgrove'];
const JSON_BODY = { 'Content-Type': 'application/json' };

function query(asked: Record<string, unknown>): string {
  const words = new URLSearchParams();
  for (const [name, value] of Object.entries(asked)) words.set(name, JSON.stringify(value));
  return `?${words}`;
}

const list = (asked: Record<string, unknown>): Asked => ({
  path: `/api/schools${query({ range: [0, 24], ...asked })}`,
});

const bare = (name: BareStatement, ...values: string[]): Asked => ({
  path: `/${name}?${values.map((value) => `v=${encodeURIComponent(value)}`).join('&')}`,
});

async function idsOf(dataSource: DataSource, statement: string): Promise<string[]> {
  const rows: { id: string }[] = await dataSource.query(statement);
  return rows.map(({ id }) => id);
}
