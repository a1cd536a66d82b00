import { academicYearOf, addAcademicYears, type Day } from '@tracker/domain';
import type { Random } from './random';
import { openDaysBefore, openDaysFrom, openDaysOf } from './school-days';
import type { DemoSchool } from './schools';
import type { VisitBook, VisitRow } from './visit-book';
import type { PastVisit, Visited } from './visit-history';

const CANCELLED_BY_SCHOOL = [
  'Ofsted gave notice of an inspection for that day.',
  'Music lead off sick; no cover could be found.',
  'Clash with the dress rehearsal of the school play.',
  'A residential was moved to the same week.',
  'Head teacher called to a meeting of the trust.',
  'Boiler failure, school closed to visitors.',
  'Staff training day moved.',
  'Too close to assessment week; asked for a date after half-term.',
  'Music lead has left and the post is being advertised.',
  'Half the staff are ill; visitors put off.',
];
const CANCELLED_BY_HUB = [
  'Visitor unwell.',
  'Double-booked with the county youth orchestra rehearsal.',
  'Car broke down on the way; school told by telephone.',
  'Roads closed by flooding.',
  'Needed at another school the same morning.',
  'Instrument delivery had to be taken in that day.',
];
const NOT_HELD = [
  'Arrived to find the music lead teaching a class that had lost its teacher.',
  'Fire alarm as I came in; school evacuated for most of the hour.',
  'Reception had no note of the visit and nobody was free.',
  'Head teacher dealing with a safeguarding matter. Asked to come back.',
  'Hall in use for flu vaccinations and the music lead had been sent to help.',
];

/** Everything in the diary that is not a visit that took place. */
export interface Diary {
  visits: VisitRow[];
  /** The schools that have a visit to come, agreed or only proposed. */
  planned: Set<DemoSchool>;
}

export class DiaryTeller {
  private readonly visits: VisitRow[] = [];
  private readonly planned = new Set<DemoSchool>();
  private readonly lately: Set<DemoSchool>;

  constructor(
    private readonly visited: Visited,
    history: readonly PastVisit[],
    private readonly book: VisitBook,
    private readonly today: Day,
    private readonly random: Random,
  ) {
    this.lately = new Set(history.slice(-90).map(({ school }) => school));
  }

  tell(): Diary {
    this.fallenThrough();
    this.unlogged();
    this.atClosedSchool();
    this.booked();
    this.proposed();
    return { visits: this.visits, planned: this.planned };
  }

  /** Cancelled and not held, year by year. */
  private fallenThrough(): void {
    const { random } = this;
    const schools = [...this.visited.longAgo, ...this.visited.recently];
    const current = academicYearOf(this.today);
    for (let back = 5; back >= 0; back -= 1) {
      const open = openDaysOf(addAcademicYears(current, -back));
      const gone = open.filter((day) => day < this.today);
      const count = Math.round((random.int(13, 19) * gone.length) / open.length);
      for (let i = 0; i < count; i += 1) {
        const day = random.pick(gone);
        const site = this.book.siteOn(random.pick(schools), day);
        if (!site) continue;
        const visit = this.book.arrange(site, day);
        if (random.chance(0.22)) {
          Object.assign(visit, { status: 'not_held', notHeldReason: random.pick(NOT_HELD) });
        } else {
          const bySchool = random.chance(0.68);
          visit.status = 'cancelled';
          visit.cancelledBy = bySchool ? 'school' : 'hub';
          visit.cancelReason = random.pick(bySchool ? CANCELLED_BY_SCHOOL : CANCELLED_BY_HUB);
        }
        this.visits.push(visit);
      }
    }
  }

  /** The day has passed and nobody has said what came of it. */
  private unlogged(): void {
    const days = openDaysBefore(this.today, 18);
    for (const index of [0, 1, 1, 3, 4, 6, 9, 12, 17]) this.arrange(days[index]);
  }

  /** Agreed with a school that has become an academy since. */
  private atClosedSchool(): void {
    const [day] = openDaysFrom(this.today, 8).slice(-1);
    const converted = [...this.visited.recently, ...this.visited.longAgo]
      .filter(({ predecessors, row }) => predecessors.length === 1 && row.openedOn !== null)
      .sort((a, b) => (b.row.openedOn ?? '').localeCompare(a.row.openedOn ?? ''));
    const [school] = converted;
    const [site] = school?.predecessors ?? [];
    if (!day || !school || !site) return;
    this.planned.add(school);
    this.visits.push(this.book.arrange(site, day));
  }

  /** The coming weeks: thick at first, thinner later. */
  private booked(): void {
    const days = openDaysFrom(this.today, 35);
    const indexes = [
      0, 0, 1, 2, 2, 3, 4, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 15, 17, 19, 21, 24, 27, 30, 34,
    ];
    for (const index of indexes) this.arrange(days[index]);
  }

  private proposed(): void {
    for (let i = 0; i < 15; i += 1) {
      const visit = this.arrange(this.today);
      Object.assign(visit, { status: 'proposed', scheduledOn: null, startTime: null });
      if (this.random.chance(0.35)) visit.visitorId = null;
    }
  }

  private arrange(day: Day | undefined): VisitRow {
    if (day === undefined) throw new RangeError('The school year has too few days.');
    const school = this.next();
    const visit = this.book.arrange(school, day);
    // Schools confirm when the day comes near.
    const near = day <= (openDaysFrom(this.today, 12).at(-1) ?? day);
    if (this.random.chance(near ? 0.7 : 0.3)) visit.status = 'confirmed';
    this.planned.add(school);
    this.visits.push(visit);
    return visit;
  }

  /** A school that is to be visited next: mostly one of those waiting longest. */
  private next(): DemoSchool {
    const { never, longAgo, recently } = this.visited;
    for (;;) {
      const group = this.random.weighted([
        [longAgo, 55],
        [never, 15],
        [recently, 30],
      ] as const);
      const school = this.random.pick(group);
      if (!this.planned.has(school) && !this.lately.has(school)) return school;
    }
  }
}
