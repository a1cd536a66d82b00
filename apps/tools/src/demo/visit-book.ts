import type { Day } from '@tracker/domain';
import type { VisitEntity } from '@tracker/data';
import type { Row } from './insert-rows';
import type { Random } from './random';
import type { DemoSchool } from './schools';
import { FORMER_VISITORS, type Staff } from './staff';

export type VisitRow = Row<VisitEntity>;

const MORNING = ['08:45', '09:00', '09:15', '09:30', '10:00', '10:30', '11:00'] as const;
const AFTERNOON = ['13:15', '13:30', '14:00', '14:15', '14:30', '15:30'] as const;

/** A school and every school whose visits count for it. */
export function withPredecessors(school: DemoSchool): DemoSchool[] {
  return [school, ...school.predecessors.flatMap(withPredecessors)];
}

function existedOn({ row }: DemoSchool, day: Day): boolean {
  return (
    (row.openedOn === null || row.openedOn <= day) && (row.closedOn === null || day <= row.closedOn)
  );
}

/** Keeps the diaries: who goes where when, nobody to two schools in one half day. */
export class VisitBook {
  private readonly taken = new Set<string>();

  constructor(
    private readonly staff: Staff,
    private readonly random: Random,
  ) {}

  /** The school as it was on a day: itself or one it followed; null when there was none yet. */
  siteOn(school: DemoSchool, day: Day): DemoSchool | null {
    const sites = withPredecessors(school).filter((site) => existedOn(site, day));
    return sites.length === 0 ? null : this.random.pick(sites);
  }

  /** A visit on a day by somebody of the school's region, or by the head, at a time they have free. */
  arrange(site: DemoSchool, day: Day): VisitRow {
    const { random } = this;
    const visitorId = this.visitorFor(site);
    const halves = random.shuffle([MORNING, AFTERNOON]);
    const half = halves.find((times) => !this.taken.has(`${visitorId} ${day} ${times[0]}`));
    if (half) this.taken.add(`${visitorId} ${day} ${half[0]}`);
    return {
      id: random.uuid(),
      schoolId: site.row.id,
      kind: 'cycle',
      status: 'scheduled',
      scheduledOn: day,
      // No half day free: somebody else of the hub goes, and nobody has said who.
      startTime: half ? random.pick(half) : null,
      visitorId: half ? visitorId : null,
      visitorNote: null,
      visitedOn: null,
      cancelledBy: null,
      cancelReason: null,
      notHeldReason: null,
      voidedFrom: null,
      voidReason: null,
      voidedAt: null,
      voidedById: null,
      purpose: null,
      followsVisitId: null,
    };
  }

  /** Years ago some of the visits were made by people who have left since. */
  byFormerColleague(visit: VisitRow): void {
    visit.visitorId = null;
    visit.visitorNote = this.random.pick(FORMER_VISITORS);
  }

  visitorFor({ row }: DemoSchool): string {
    const team = this.staff.teams.get(row.regionId ?? '') ?? [];
    const [lead, second] = team;
    return this.random.weighted([
      [lead ?? this.staff.head, 8],
      [second ?? this.staff.head, second === undefined ? 0 : 6],
      [this.staff.head, 1.4],
    ] as const);
  }
}
