import type { PlanModel } from '../model';
import { shortestWay } from '../places';
import { fairGroups, type FairGroup } from './fair-groups';
import { WeekTally } from './week-tally';

/** Kilometres that one school short of its group's share counts as. */
const KM_PER_UNFAIR = 15;

/** What may move, in kilometres a school: its half term, and a later one of band 3 before a sooner. */
export interface Wishes {
  /** The half term in which a school was proposed before; -1 where it was not. */
  halfTermBefore: Int32Array;
  /** Kilometres that another half term than before counts as. */
  kmPerMove: number;
  /** Kilometres that placing a school counts as, band 3's later ones more. */
  kmToPlace: Float64Array;
}

/**
 * A plan while it is searched: which school is on which visitor's day. A trip is a visitor's day, numbered
 * `visitor * days + day`. Every change is written down and can be undone. Nothing here asks whether a day is
 * open or a capacity kept: that is `openings.ts`.
 */
export class PlanState {
  readonly seats: number;
  /** The trip of each school; -1 while it has none. */
  readonly tripOf: Int32Array;
  /** Schools of a trip, `seats` numbers each, and how many. */
  readonly riders: Int32Array;
  readonly count: Uint8Array;
  readonly weekCount: Int32Array;
  readonly halfTermCount: Int32Array;
  /** Schools by visitor and half term, `slotSize` numbers each, and where in it a school is. */
  readonly slots: Int32Array;
  readonly slotSize: number;
  readonly slotCount: Int32Array;
  private readonly placeInSlot: Int32Array;
  readonly placed = [0, 0, 0, 0];
  readonly weeks: WeekTally;
  /** Kilometres beyond those of fixed days, weighted half terms late, and kilometres that stand for wishes. */
  km = 0;
  late = 0;
  extra = 0;
  private readonly tripKm: Float64Array;
  private readonly groups: FairGroup[];
  private readonly groupsOf: number[][];
  private readonly joinKm: (Float64Array | undefined)[] = [];
  /** School, and the trip that it had. */
  private readonly undoSchools: number[] = [];
  private readonly undoTrips: number[] = [];
  private readonly nDays: number;
  private readonly nSchools: number;

  constructor(
    readonly model: PlanModel,
    readonly target: readonly number[],
    private readonly wishes: Wishes,
  ) {
    const { visitors, days, schools, halfTerms } = model;
    this.nDays = days.length;
    this.nSchools = schools.length;
    this.seats = Math.max(1, ...visitors.map(({ perDay }) => perDay));
    this.slotSize = Math.max(1, ...visitors.map(({ perHalfTerm }) => perHalfTerm));
    const trips = visitors.length * days.length;
    this.tripOf = new Int32Array(schools.length).fill(-1);
    this.riders = new Int32Array(trips * this.seats);
    this.count = new Uint8Array(trips);
    this.weekCount = Int32Array.from(model.weekLoad);
    this.halfTermCount = Int32Array.from(model.halfTermLoad);
    this.slots = new Int32Array(visitors.length * halfTerms * this.slotSize);
    this.slotCount = new Int32Array(visitors.length * halfTerms);
    this.placeInSlot = new Int32Array(schools.length);
    this.tripKm = new Float64Array(trips);
    this.weeks = new WeekTally(model);
    const { groups, groupsOf } = fairGroups(model, target);
    this.groups = groups;
    this.groupsOf = groupsOf;
    for (const { need, got } of groups) this.extra += KM_PER_UNFAIR * Math.max(0, need - got);
    for (let s = 0; s < this.nSchools; s += 1) this.late += this.lateAt(s, halfTerms);
  }

  lateAt(school: number, halfTerm: number): number {
    return this.model.late[school * (this.model.halfTerms + 1) + halfTerm]!;
  }

  visitorOf(trip: number): number {
    return Math.floor(trip / this.nDays);
  }

  halfTermOf(trip: number): number {
    return this.model.halfTermOfDay[trip % this.nDays]!;
  }

  slotOf(trip: number): number {
    return this.visitorOf(trip) * this.model.halfTerms + this.halfTermOf(trip);
  }

  weekOf(trip: number): number {
    return this.visitorOf(trip) * this.model.weeks + this.model.weekOfDay[trip % this.nDays]!;
  }

  /** Puts a school on a trip, or takes it off with -1. */
  move(school: number, trip: number): void {
    this.undoSchools.push(school);
    this.undoTrips.push(this.tripOf[school]!);
    this.set(school, trip);
  }

  /** Forgets how things were, so that `undo` comes back to here. */
  keep(): void {
    this.undoSchools.length = 0;
    this.undoTrips.length = 0;
  }

  undo(): void {
    for (let i = this.undoSchools.length - 1; i >= 0; i -= 1) {
      this.set(this.undoSchools[i]!, this.undoTrips[i]!);
    }
    this.keep();
  }

  private set(school: number, trip: number): void {
    const from = this.tripOf[school]!;
    if (from === trip) return;
    if (from >= 0) this.takeOff(school, from);
    if (trip >= 0) this.putOn(school, trip);
    this.tripOf[school] = trip;
    if (from >= 0 && trip >= 0) {
      this.countHalfTerm(school, this.halfTermOf(from), this.halfTermOf(trip));
      return;
    }
    const { halfTerms } = this.model;
    const by = trip >= 0 ? 1 : -1;
    if (by === 1) this.countHalfTerm(school, halfTerms, this.halfTermOf(trip));
    else this.countHalfTerm(school, this.halfTermOf(from), halfTerms);
    this.placed[this.model.schools[school]!.band]! += by;
    this.extra += by * this.wishes.kmToPlace[school]!;
    for (const g of this.groupsOf[school]!) {
      const group = this.groups[g]!;
      const before = Math.max(0, group.need - group.got);
      group.got += by;
      this.extra += KM_PER_UNFAIR * (Math.max(0, group.need - group.got) - before);
    }
  }

  /** Lateness and the wish to stay, from one half term to another; the number of half terms is none. */
  private countHalfTerm(school: number, from: number, to: number): void {
    if (from === to) return;
    this.late += this.lateAt(school, to) - this.lateAt(school, from);
    const before = this.wishes.halfTermBefore[school]!;
    if (before < 0) return;
    if (from === before) this.extra += this.wishes.kmPerMove;
    if (to === before) this.extra -= this.wishes.kmPerMove;
  }

  private takeOff(school: number, trip: number): void {
    const first = trip * this.seats;
    const last = first + this.count[trip]! - 1;
    let at = first;
    while (this.riders[at] !== school) at += 1;
    this.riders[at] = this.riders[last]!;
    this.count[trip]! -= 1;
    this.weekCount[this.weekOf(trip)]! -= 1;
    const slot = this.slotOf(trip);
    this.halfTermCount[slot]! -= 1;
    const end = slot * this.slotSize + this.slotCount[slot]! - 1;
    const moved = this.slots[end]!;
    this.slots[this.placeInSlot[school]!] = moved;
    this.placeInSlot[moved] = this.placeInSlot[school]!;
    this.slotCount[slot]! -= 1;
    this.weeks.add(trip % this.nDays, -1);
    this.measure(trip);
  }

  private putOn(school: number, trip: number): void {
    this.riders[trip * this.seats + this.count[trip]!] = school;
    this.count[trip]! += 1;
    this.weekCount[this.weekOf(trip)]! += 1;
    const slot = this.slotOf(trip);
    this.halfTermCount[slot]! += 1;
    const end = slot * this.slotSize + this.slotCount[slot]!;
    this.slots[end] = school;
    this.placeInSlot[school] = end;
    this.slotCount[slot]! += 1;
    this.weeks.add(trip % this.nDays, 1);
    this.measure(trip);
  }

  private measure(trip: number): void {
    const km = this.wayOf(trip);
    this.km += km - this.tripKm[trip]!;
    this.tripKm[trip] = km;
  }

  /** Kilometres of a trip beyond those of its fixed stops. */
  private wayOf(trip: number): number {
    const count = this.count[trip]!;
    if (count === 0) return 0;
    const { fromBase, between } = this.model;
    const n = this.nSchools;
    const base = this.visitorOf(trip) * n;
    const a = this.riders[trip * this.seats]!;
    const fixed = this.model.fixedDayAt[trip]!;
    if (fixed >= 0) return count === 1 ? this.joining(fixed, a) : this.joined(fixed, trip);
    if (count === 1) return 2 * fromBase[base + a]!;
    const b = this.riders[trip * this.seats + 1]!;
    if (count === 2) return fromBase[base + a]! + between[a * n + b]! + fromBase[base + b]!;
    const stops = [...this.riders.subarray(trip * this.seats, trip * this.seats + count)];
    return shortestWay(
      stops.map((s) => fromBase[base + s]!),
      (one, other) => between[stops[one]! * n + stops[other]!]!,
    );
  }

  /** Kilometres that a school adds to a fixed day, kept once computed. */
  joining(fixed: number, school: number): number {
    const known = (this.joinKm[fixed] ??= new Float64Array(this.nSchools).fill(NaN));
    if (Number.isNaN(known[school]!)) known[school] = this.withStops(fixed, [school]);
    return known[school]!;
  }

  private joined(fixed: number, trip: number): number {
    const first = trip * this.seats;
    return this.withStops(fixed, [...this.riders.subarray(first, first + this.count[trip]!)]);
  }

  private withStops(fixed: number, schools: readonly number[]): number {
    const { fixedDays, places, visitors, problem } = this.model;
    const { visitor, stops, km } = fixedDays[fixed]!;
    const all = [...stops, ...schools.map((s) => places[s]!)];
    const { base } = visitors[visitor]!;
    const gap = (a: { easting: number; northing: number }, b: typeof a) =>
      (Math.hypot(a.easting - b.easting, a.northing - b.northing) / 1000) * problem.roadFactor;
    return (
      shortestWay(
        all.map((stop) => gap(base, stop)),
        (a, b) => gap(all[a]!, all[b]!),
      ) - km
    );
  }
}
