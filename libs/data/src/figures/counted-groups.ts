import type { CountedSchools } from './count-schools';
import type { CountedVisits } from './count-visits';
import { type GroupFigures, NO_FIGURES } from './group-figures';
import type { Grouping } from './groupings';

/** Puts together what was counted of schools and of visits, group by group. */
export class CountedGroups {
  private readonly figures = new Map<string, GroupFigures>();
  private readonly keys = new Map<Grouping, (string | null)[]>();

  constructor(schools: CountedSchools['groups'], visits: readonly CountedVisits[]) {
    for (const { grouping, key, ...counts } of [...schools, ...visits]) {
      const place = JSON.stringify([grouping, key]);
      const known = this.figures.get(place);
      if (!known) this.keys.set(grouping, [...this.keysOf(grouping), key]);
      this.figures.set(place, { ...NO_FIGURES, ...known, ...counts });
    }
  }

  all(): GroupFigures {
    return this.of('all', null);
  }

  of(grouping: Grouping, key: string | null): GroupFigures {
    return this.figures.get(JSON.stringify([grouping, key])) ?? NO_FIGURES;
  }

  /** The groups with a school in scope or a visit; null among them where it is not known. */
  keysOf(grouping: Grouping): readonly (string | null)[] {
    return this.keys.get(grouping) ?? [];
  }
}
