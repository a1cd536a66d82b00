import { plural } from '../plural';
import { type YearPace, visitsAhead } from './pace-words';

/** One region's part of the year. */
export interface RegionPace extends Pick<YearPace, 'target' | 'expectedByToday'> {
  label: string;
  visits: number;
}

type When = Pick<YearPace, 'academicYear' | 'asOf'>;

/** How many more are named after the one that is furthest behind. */
const NAMED = 2;

/** Those a visit or more behind the expected pace, the furthest behind first. */
export function regionsBehind<R extends RegionPace>(regions: readonly R[], when: When) {
  return regions
    .map((region) => ({ region, behind: -visitsAhead({ ...when, ...region }) }))
    .filter(({ behind }) => behind > 0)
    .sort((a, b) => b.behind - a.behind || a.region.label.localeCompare(b.region.label));
}

/** Which region is behind, in a sentence. */
export function regionsBehindInWords(regions: readonly RegionPace[], when: When): string {
  if (regions.length === 0) return 'There are no regions yet.';
  const [first, ...others] = regionsBehind(regions, when);
  if (!first) return 'No region is behind the expected pace.';
  const by = plural(first.behind, 'visit');
  if (others.length === 0) return `${first.region.label} is behind by ${by}, the others are not.`;
  const named = others
    .slice(0, NAMED)
    .map(({ region, behind }) => `${region.label} by ${behind}`)
    .join(', ');
  const more = others.length - NAMED;
  const rest = more > 0 ? `, and ${plural(more, 'other')}` : '';
  return `${first.region.label} is furthest behind, by ${by}; also behind: ${named}${rest}.`;
}
