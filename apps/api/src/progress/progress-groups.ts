import {
  FSM_BAND_WORDS,
  FSM_BANDS,
  type GroupCounts,
  type ProgressGroup,
  type SchoolGrouping,
} from '@tracker/contract';
import type { CountedGroups, Grouping } from '@tracker/data';
import type { GroupFilter, ProgressLists } from './progress-lists';

type Keyed = Exclude<Grouping, 'all'>;

const UNKNOWN: Record<SchoolGrouping, string> = {
  region: 'No region',
  district: 'District not known',
  phase: 'Phase not known',
  establishmentType: 'Type not known',
};

/** The groups that were counted with their names and lists. */
export class ProgressGroups {
  /** @param whole what all groups lie inside: a region */
  constructor(
    private readonly lists: ProgressLists,
    private readonly whole: GroupFilter,
    private readonly counted: CountedGroups,
  ) {}

  all(): GroupCounts {
    return this.lists.group(this.counted.all(), this.whole);
  }

  /** The groups with a school in scope or a visit, by name; those of which it is not known last. */
  by(grouping: Exclude<SchoolGrouping, 'region'>): ProgressGroup[] {
    const keys = [...this.counted.keysOf(grouping)].sort(
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
    if (!this.counted.keysOf('region').includes(null)) return null;
    return this.group('region', null, UNKNOWN.region, { without: ['region'] });
  }

  private group(
    grouping: Keyed,
    key: string | null,
    label: string,
    filter: GroupFilter,
  ): ProgressGroup {
    const figures = this.counted.of(grouping, key);
    return { key, label, ...this.lists.group(figures, { ...this.whole, ...filter }) };
  }
}
