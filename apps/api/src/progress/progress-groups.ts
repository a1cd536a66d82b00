import {
  FSM_BAND_WORDS,
  FSM_BANDS,
  type GroupCounts,
  type ProgressGroup,
  type SchoolGrouping,
} from '@tracker/contract';
import type { Grouping, SchoolFigures, VisitFigures } from './progress.queries';
import type { GroupFigures, GroupFilter, ProgressLists } from './progress-lists';

const NO_FIGURES: GroupFigures = {
  schoolsInScope: 0,
  visits: 0,
  schoolsVisited: 0,
  covered: 0,
  booked: 0,
  neither: 0,
  notVisitedInThreeYears: 0,
  surveys: 0,
};

type Keyed = Exclude<Grouping, 'all'>;

const UNKNOWN: Record<SchoolGrouping, string> = {
  region: 'No region',
  district: 'District not known',
  phase: 'Phase not known',
  establishmentType: 'Type not known',
};

/** Puts together what was counted of schools and of visits, group by group. */
export class ProgressGroups {
  private readonly figures = new Map<string, GroupFigures>();
  private readonly keys = new Map<Grouping, (string | null)[]>();

  /** @param whole what all groups lie inside: a region */
  constructor(
    private readonly lists: ProgressLists,
    private readonly whole: GroupFilter,
    counted: { schools: SchoolFigures['groups']; visits: VisitFigures[] },
  ) {
    for (const { grouping, key, ...counts } of [...counted.schools, ...counted.visits]) {
      const place = JSON.stringify([grouping, key]);
      const known = this.figures.get(place);
      if (!known) this.keys.set(grouping, [...(this.keys.get(grouping) ?? []), key]);
      this.figures.set(place, { ...NO_FIGURES, ...known, ...counts });
    }
  }

  all(): GroupCounts {
    return this.lists.group(this.of('all', null), this.whole);
  }

  /** The groups with a school in scope or a visit, by name; those of which it is not known last. */
  by(grouping: Exclude<SchoolGrouping, 'region'>): ProgressGroup[] {
    const keys = [...(this.keys.get(grouping) ?? [])].sort(
      (a, b) =>
        Number(a === null) - Number(b === null) || (a ?? '').localeCompare(b ?? '', 'en-GB'),
    );
    return keys.map((key) => {
      const filter: GroupFilter = key === null ? { without: [grouping] } : { [grouping]: key };
      return this.group(grouping, key, key ?? UNKNOWN[grouping], filter);
    });
  }

  /** Every band, in order. */
  byFsmBand(): ProgressGroup[] {
    return FSM_BANDS.map((band) =>
      this.group('fsmBand', band, FSM_BAND_WORDS[band], { fsmBand: band }),
    );
  }

  region(regionId: string, name: string): ProgressGroup {
    return this.group('region', regionId, name, { regionId });
  }

  /** Null when every school and visit is in a region. */
  withoutRegion(): ProgressGroup | null {
    if (!(this.keys.get('region') ?? []).includes(null)) return null;
    return this.group('region', null, UNKNOWN.region, { without: ['region'] });
  }

  private group(
    grouping: Keyed,
    key: string | null,
    label: string,
    filter: GroupFilter,
  ): ProgressGroup {
    const counts = this.lists.group(this.of(grouping, key), { ...this.whole, ...filter });
    return { key, label, ...counts };
  }

  private of(grouping: Grouping, key: string | null): GroupFigures {
    return this.figures.get(JSON.stringify([grouping, key])) ?? NO_FIGURES;
  }
}
