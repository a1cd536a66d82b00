import { mondayOf, type Day } from '../day';
import { compareInQueue } from '../queue-order';
import { tripKey, tripsOf, visitsToCome } from './figures';
import { kmBetween, placesOf, wayRound } from './places';
import {
  fixedUrns,
  halfTermOn,
  type GridPlace,
  type PlanLine,
  type PlanProblem,
  type PlanSchool,
  type PlanVisitor,
} from './problem';
import { makesVisits, schoolForbids, visitorForbids, type RuleKey } from './rules';

const inQueue = (school: PlanSchool) => ({ ...school, snoozed: Boolean(school.snoozed) });

/** A problem with one plan of it, read once for many questions. */
export class PlanView {
  readonly schools: ReadonlyMap<number, PlanSchool>;
  readonly visitors: ReadonlyMap<string, PlanVisitor>;
  readonly places: ReadonlyMap<number, GridPlace>;
  readonly lines: ReadonlyMap<number, PlanLine>;
  /** Schools neither visited this year nor booked, in the order of the queue. */
  readonly waiting: readonly PlanSchool[];
  /** From 1, among those that wait. */
  readonly ranks: ReadonlyMap<number, number>;
  private readonly trips: ReadonlyMap<string, readonly PlanLine[]>;
  private readonly loads = new Map<string, number>();

  constructor(
    readonly problem: PlanProblem,
    readonly plan: readonly PlanLine[],
  ) {
    this.schools = new Map(problem.schools.map((school) => [school.urn, school]));
    this.visitors = new Map(problem.visitors.map((visitor) => [visitor.id, visitor]));
    this.places = placesOf(problem);
    this.lines = new Map(plan.map((line) => [line.urn, line]));
    const agreed = fixedUrns({ ...problem, locked: [] });
    this.waiting = problem.schools
      .filter(({ urn }) => !agreed.has(urn))
      .sort((a, b) => compareInQueue(inQueue(a), inQueue(b)));
    this.ranks = new Map(this.waiting.map(({ urn }, i) => [urn, i + 1]));
    this.trips = tripsOf(visitsToCome(problem, plan));
    for (const { visitorId, date } of [...problem.held, ...problem.booked, ...plan]) {
      if (visitorId === null) continue;
      for (const key of this.loadKeys(visitorId, date)) {
        this.loads.set(key, (this.loads.get(key) ?? 0) + 1);
      }
    }
    for (const { visitorId, date } of problem.kept ?? []) {
      const [key = ''] = this.loadKeys(visitorId, date);
      this.loads.set(key, (this.loads.get(key) ?? 0) + 1);
    }
  }

  /** The same plan, asked about a copy of the problem in which schools, windows or visitors' days are others. */
  of(problem: PlanProblem): PlanView {
    const copy = Object.create(PlanView.prototype) as PlanView;
    return Object.assign(copy, this, { problem });
  }

  private loadKeys(visitorId: string, date: Day): string[] {
    const halfTerm = halfTermOn(this.problem, date);
    return [
      `day ${date} ${visitorId}`,
      `week ${mondayOf(date)} ${visitorId}`,
      `half term ${halfTerm} ${visitorId}`,
    ];
  }

  /** Visits of a visitor in the half term of a day: held, booked and proposed. */
  inHalfTerm(visitorId: string, date: Day): number {
    return this.loads.get(this.loadKeys(visitorId, date)[2]!) ?? 0;
  }

  /** Who looks after a school's region and makes visits. */
  teamOf({ regionId }: PlanSchool): PlanVisitor[] {
    return this.problem.visitors.filter(
      (visitor) => makesVisits(visitor) && visitor.regionIds.includes(regionId),
    );
  }

  /** The other visits of a line's day: proposed and booked. */
  companions({ urn, date, visitorId }: PlanLine): PlanLine[] {
    const trip = this.trips.get(tripKey({ date, visitorId })) ?? [];
    return trip.filter((other) => other.urn !== urn);
  }

  /** Kilometres that a line adds to its visitor's day. */
  kmOf(line: PlanLine): number {
    const others = this.companions(line).map(({ urn }) => this.places.get(urn)!);
    const { base } = this.visitors.get(line.visitorId)!;
    const { roadFactor } = this.problem;
    const place = this.places.get(line.urn)!;
    return wayRound(base, [...others, place], roadFactor) - wayRound(base, others, roadFactor);
  }

  kmBetween(one: number, other: number): number {
    return kmBetween(this.places.get(one)!, this.places.get(other)!, this.problem.roadFactor);
  }

  /** What forbids a line whatever else is planned; null where nothing does. */
  forbids({ urn, date, visitorId }: PlanLine): RuleKey | null {
    const school = this.schools.get(urn)!;
    const visitor = this.visitors.get(visitorId);
    const own = schoolForbids(this.problem, school, date);
    if (own) return own.key;
    if (!visitor?.regionIds.includes(school.regionId)) return 'region';
    return visitorForbids(visitor, date);
  }

  /** The capacity that a line more would exceed, without the line that its school has; null where none. */
  exceeds({ urn, date, visitorId }: PlanLine): RuleKey | null {
    const visitor = this.visitors.get(visitorId)!;
    const own = this.lines.get(urn);
    const ownKeys = own?.visitorId === visitorId ? this.loadKeys(visitorId, own.date) : [];
    const most = [visitor.perDay, visitor.perWeek, visitor.perHalfTerm];
    const rules = ['per-day', 'per-week', 'per-half-term'] as const;
    const at = this.loadKeys(visitorId, date).findIndex(
      (key, i) => (this.loads.get(key) ?? 0) - (ownKeys.includes(key) ? 1 : 0) >= most[i]!,
    );
    return rules[at] ?? null;
  }
}
