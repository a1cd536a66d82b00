import type { ReactNode } from 'react';
import {
  PROGRESS_FIGURE_KEYS,
  PROGRESS_FIGURES,
  type ProgressFigure,
  visitsAhead,
} from '@tracker/domain';
import type { Progress, ProgressGroup, RegionProgress } from '@tracker/contract';
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

/** A number that opens its list; rows are ordered by its share where it has one. */
function figureColumn(key: ProgressFigure): Column[] {
  const { words, column }: (typeof PROGRESS_FIGURES)[ProgressFigure] = PROGRESS_FIGURES[key];
  if (!column) return [];
  const withShare = 'withShare' in column;
  const counts = (group: ProgressGroup) => [group[key].count, group.schoolsInScope.count] as const;
  return [
    {
      key,
      words: column.words,
      value: (group) => {
        const [count, of] = counts(group);
        if (!withShare) return count;
        return of === 0 ? 0 : count / of;
      },
      cell: (group) => (
        <>
          <CountLink counted={group[key]} words={`${words}, ${group.label}`} />
          {withShare && ` (${percentIn(...counts(group))})`}
        </>
      ),
    },
  ];
}

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
    ...PROGRESS_FIGURE_KEYS.flatMap((figure) => [
      ...figureColumn(figure),
      ...(figure === 'visits' && forRegions ? targetColumns(progress) : []),
    ]),
  ];
}
