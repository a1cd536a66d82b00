import {
  leastCoveredInWords,
  mealsFinding,
  mealsInWords,
  regionsBehindInWords,
} from '@tracker/domain';
import type { Progress, ProgressGroup } from '@tracker/contract';
import type { Breakdown } from './paths';

interface BreakdownWords {
  /** On its tab. */
  tab: string;
  /** What a group is: `district`. */
  one: string;
  groups: (progress: Progress) => readonly ProgressGroup[];
  finding: (progress: Progress) => string;
}

const shares = (groups: readonly ProgressGroup[]) =>
  groups.map(({ key, label, covered, schoolsInScope }) => ({
    key,
    label,
    part: covered.count,
    of: schoolsInScope.count,
  }));

/** Groups that are not known are no group to be named as visited less. */
const least = (groups: readonly ProgressGroup[], one: string) =>
  leastCoveredInWords(shares(groups.filter(({ key }) => key !== null)), one);

export const BREAKDOWN_WORDS: Record<Breakdown, BreakdownWords> = {
  region: {
    tab: 'Region',
    one: 'region',
    groups: ({ byRegion }) => byRegion,
    finding: (progress) =>
      regionsBehindInWords(
        progress.byRegion.map((region) => ({ ...region, visits: region.visits.count })),
        progress,
      ),
  },
  district: {
    tab: 'District',
    one: 'district',
    groups: ({ byDistrict }) => byDistrict,
    finding: ({ byDistrict }) => least(byDistrict, 'district'),
  },
  phase: {
    tab: 'Phase',
    one: 'phase',
    groups: ({ byPhase }) => byPhase,
    finding: ({ byPhase }) => least(byPhase, 'phase'),
  },
  type: {
    tab: 'Type of school',
    one: 'type of school',
    groups: ({ byEstablishmentType }) => byEstablishmentType,
    finding: ({ byEstablishmentType }) => least(byEstablishmentType, 'type of school'),
  },
  meals: {
    tab: 'Free school meals',
    one: 'band',
    groups: ({ byFsmBand }) => byFsmBand,
    finding: ({ byFsmBand }) => mealsInWords(mealsFinding(shares(byFsmBand))),
  },
};
