import { createContext, useContext } from 'react';
import Link from '@mui/material/Link';
import { Link as RouterLink } from 'react-router-dom';
import type { PlanSplitGroup, SchoolFilter } from '@tracker/contract';
import { type PlanFact, planFactInWords, planFactText, plural } from '@tracker/domain';
import type { PlanFiguresAddress } from './use-plan-figures-address';

/** The schools and the year that every number below is about. */
export const AskedContext = createContext<PlanFiguresAddress | null>(null);

interface FactLinkProps {
  fact: PlanFact;
  schools: number;
  /** Of these alone. */
  group?: { filter: SchoolFilter; words: string };
}

/** A number that opens the list of the schools it counts. */
export function FactLink({ fact, schools, group }: FactLinkProps) {
  const asked = useContext(AskedContext);
  const figure = schools.toLocaleString('en-GB');
  if (asked === null) return <>{figure}</>;
  const { academicYear, regionId, phase, fsmBand } = asked;
  const filter = {
    ...{ inScope: true, planYear: academicYear, planFact: planFactText(fact) },
    ...{ regionId, phase, fsmBand },
    ...group?.filter,
  };
  const where = group ? `, ${group.words}` : '';
  return (
    <Link
      component={RouterLink}
      to={`/schools?${new URLSearchParams({ filter: JSON.stringify(filter) })}`}
      aria-label={`${plural(schools, 'school')}: ${planFactInWords(fact)}${where}`}
    >
      {figure}
    </Link>
  );
}

/** The filter of the schools of one group of a split. */
export function groupFilter(by: string, { key }: PlanSplitGroup): SchoolFilter {
  if (by === 'fsmBand') return { fsmBand: key as never };
  const grouping = by === 'region' ? 'region' : 'phase';
  if (key === null) return { without: [grouping] };
  return grouping === 'region' ? { regionId: key } : { phase: key };
}
