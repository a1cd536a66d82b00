import type { Day, RegisterOutcome, SchoolRow } from '@tracker/domain';

type Taken = Extract<SchoolRow, { school: unknown }>;

/** What a file of schools says of itself while its rows are read. */
export class RegisterFile {
  private latest: Day | null = null;
  private changes = false;
  private open = true;
  private districts = false;
  noSchools = 0;

  constructor(private readonly today: Day) {}

  read({ school, changedOn }: Taken): void {
    const { openedOn, closedOn, status } = school;
    for (const day of [openedOn, closedOn, changedOn]) {
      if (day && day <= this.today && (this.latest === null || day > this.latest))
        this.latest = day;
    }
    this.changes ||= changedOn !== undefined;
    this.open &&= status === 'open' || status === 'closing';
    this.districts ||= school.district !== undefined;
  }

  outcome(): RegisterOutcome {
    return {
      ...NOTHING_TO_SAY,
      ...{ latestDay: this.latest, dated: this.changes, openOnly: this.open },
      ...{ namesDistricts: this.districts, noSchools: this.noSchools },
    };
  }
}

/** The outcome of a file that says nothing of whole authorities. */
export const NOTHING_TO_SAY: RegisterOutcome = {
  ...{ latestDay: null, dated: false, openOnly: false, coverage: [], toDecide: 0 },
  ...{ regionsKept: [], regionsTaken: 0, withoutRegion: null, namesDistricts: true },
  ...{ leftOut: 0, noSchools: 0, links: 0, keptClosed: 0 },
};
