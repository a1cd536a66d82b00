import type { ReactNode } from 'react';
import { visitsAhead } from '@tracker/domain';
import type { GroupCounts, Progress, ProgressGroup, RegionProgress } from '@tracker/contract';
import { CountLink } from '../fields/CountLink';
import { aheadInWords } from './ahead-in-words';
import { percentIn } from './CycleSection';

export interface Column {
  key: string;
  words: string;
  /** What the rows are ordered by. */
  value: (group: ProgressGroup) => number | string;
  cell: (group: ProgressGroup) => ReactNode;
}

const counted = (key: keyof GroupCounts, words: string, of: string): Column => ({
  key,
  words,
  value: (group) => group[key].count,
  cell: (group) => <CountLink counted={group[key]} words={`${of}, ${group.label}`} />,
});

/** With its share of the schools in scope, by which the rows are ordered. */
const countedWithShare = (key: keyof GroupCounts, words: string, of: string): Column => ({
  key,
  words,
  value: (group) =>
    group.schoolsInScope.count === 0 ? 0 : group[key].count / group.schoolsInScope.count,
  cell: (group) => (
    <>
      <CountLink counted={group[key]} words={`${of}, ${group.label}`} />
      {` (${percentIn(group[key].count, group.schoolsInScope.count)})`}
    </>
  ),
});

const isRegion = (group: ProgressGroup): group is RegionProgress => 'target' in group;

/** What only a region has: a part of the target. */
function targetColumns({ academicYear, asOf }: Progress): Column[] {
  const ahead = (group: ProgressGroup) =>
    isRegion(group) ? visitsAhead({ ...group, academicYear, asOf, visits: group.visits.count }) : 0;
  return [
    {
      key: 'target',
      words: 'Target',
      value: (group) => (isRegion(group) ? group.target : 0),
      cell: (group) => (isRegion(group) ? group.target : '–'),
    },
    {
      key: 'expected',
      words: 'Expected',
      value: (group) => (isRegion(group) ? group.expectedByToday : 0),
      cell: (group) => (isRegion(group) ? group.expectedByToday : '–'),
    },
    {
      key: 'ahead',
      words: 'Ahead or behind',
      value: ahead,
      cell: (group) => (isRegion(group) ? aheadInWords(ahead(group)) : '–'),
    },
  ];
}

/** The first is the group itself. */
export function breakdownColumns(progress: Progress, tab: string, forRegions: boolean): Column[] {
  return [
    { key: 'label', words: tab, value: ({ label }) => label, cell: ({ label }) => label },
    counted('visits', 'Visits', 'visits'),
    ...(forRegions ? targetColumns(progress) : []),
    counted('schoolsInScope', 'Schools', 'schools in scope'),
    countedWithShare('schoolsVisited', 'Visited this year', 'schools visited in the year'),
    countedWithShare('covered', 'Covered', 'schools covered in the cycle'),
    countedWithShare('neither', 'Neither', 'schools neither covered nor booked'),
    countedWithShare(
      'notVisitedInThreeYears',
      'Not in three years',
      'schools not visited in three years',
    ),
    counted('surveys', 'Surveys', 'visits with a submitted survey'),
  ];
}
