import type { Openings } from './openings';
import type { PlanState } from './state';

/**
 * The changes that the search tries. Each says whether it could be made without breaking a rule; where it could not,
 * what it has begun is in the state still and must be undone.
 */
export class Moves {
  constructor(
    private readonly state: PlanState,
    private readonly openings: Openings,
    private readonly random: () => number,
  ) {}

  private pick(count: number): number {
    return Math.floor(this.random() * count);
  }

  private ridersOf(trip: number): number[] {
    const { riders, seats, count } = this.state;
    const list: number[] = [];
    for (let i = 0; i < count[trip]!; i += 1) list.push(riders[trip * seats + i]!);
    return list;
  }

  /** Puts a school that has no trip on this one, on another day of the half term where it cannot on the trip's. */
  private sitDown(school: number, trip: number): boolean {
    const { state, openings } = this;
    if (openings.freeSeats(trip) < 1 || openings.freeInSlot(...this.slot(trip)) < 1) return false;
    if (openings.isOpen(school, trip) && openings.freeInWeek(trip) >= 1) {
      state.move(school, trip);
      return true;
    }
    return openings.isMovable(trip) && this.seatAnew(trip, school);
  }

  private slot(trip: number): [visitor: number, halfTerm: number] {
    return [this.state.visitorOf(trip), this.state.halfTermOf(trip)];
  }

  private seatAnew(trip: number, school: number): boolean {
    const group = this.ridersOf(trip);
    for (const rider of group) this.state.move(rider, -1);
    group.push(school);
    return this.seatGroup(group, ...this.slot(trip));
  }

  /** Puts schools that have no trip on an empty day of a visitor's half term. */
  private seatGroup(group: readonly number[], visitor: number, halfTerm: number): boolean {
    if (this.openings.freeInSlot(visitor, halfTerm) < group.length) return false;
    const trip = this.openings.emptyDay(group, visitor, halfTerm, this.pick(64));
    if (trip === -1) return false;
    for (const school of group) this.state.move(school, trip);
    return true;
  }

  /** A school to the trip of another, or to a fixed day: into a free seat, or for somebody who sits there. */
  join(school: number, trip: number, beside: number): boolean {
    const { state, openings } = this;
    const from = state.tripOf[school]!;
    const visitor = state.visitorOf(trip);
    if (from === trip || !openings.visits(visitor, school)) return false;
    if (openings.freeSeats(trip) < 1) {
      const others = this.ridersOf(trip).filter((rider) => rider !== beside);
      const other = others[this.pick(others.length)];
      return other !== undefined && this.exchange(school, other);
    }
    if (from >= 0) state.move(school, -1);
    const hasRoom = openings.freeInSlot(...this.slot(trip)) >= 1;
    if (from >= 0) {
      if (hasRoom) return this.sitDown(school, trip);
      const other = this.oneOfSlot(trip);
      if (other === -1 || !openings.visits(state.visitorOf(from), other)) return false;
      state.move(other, -1);
      return this.sitDown(school, trip) && this.sitDown(other, from);
    }
    const { band } = state.model.schools[school]!;
    if (!hasRoom || state.placed[band]! >= state.target[band]!) {
      const other = hasRoom ? this.anybody() : this.oneOfSlot(trip);
      if (other === -1 || state.model.schools[other]!.band !== band) return false;
      if (state.tripOf[other] === trip) return false;
      state.move(other, -1);
    }
    return this.sitDown(school, trip);
  }

  /** A school of a trip's visitor and half term on another day; -1 where chance finds none. */
  private oneOfSlot(trip: number): number {
    const { state } = this;
    const slot = state.slotOf(trip);
    const count = state.slotCount[slot]!;
    if (count === 0) return -1;
    const school = state.slots[slot * state.slotSize + this.pick(count)]!;
    return state.tripOf[school] === trip ? -1 : school;
  }

  private anybody(): number {
    const school = this.pick(this.state.tripOf.length);
    return this.state.tripOf[school]! >= 0 ? school : -1;
  }

  /** Two schools change seats; one without a seat takes the place of the other, of its own band. */
  exchange(one: number, other: number): boolean {
    const { state, openings } = this;
    const a = state.tripOf[one]!;
    const b = state.tripOf[other]!;
    if (a === b || b < 0 || !openings.visits(state.visitorOf(b), one)) return false;
    if (a < 0) {
      if (state.model.schools[one]!.band !== state.model.schools[other]!.band) return false;
      state.move(other, -1);
      return this.sitDown(one, b);
    }
    if (!openings.visits(state.visitorOf(a), other)) return false;
    state.move(one, -1);
    state.move(other, -1);
    return this.sitDown(one, b) && this.sitDown(other, a);
  }

  /** A school alone to a day of its own in some half term of some visitor. */
  alone(school: number, visitor: number, halfTerm: number): boolean {
    const { state } = this;
    const { band } = state.model.schools[school]!;
    if (state.tripOf[school]! >= 0) state.move(school, -1);
    else if (state.placed[band]! >= state.target[band]!) return false;
    return this.seatGroup([school], visitor, halfTerm);
  }

  /** A whole trip to another visitor's half term, for one of its trips where there is one. */
  shift(school: number, visitor: number, halfTerm: number): boolean {
    const { state, openings } = this;
    const trip = state.tripOf[school]!;
    if (trip < 0) return false;
    const [ownVisitor, ownHalfTerm] = this.slot(trip);
    const group = this.ridersOf(trip);
    if (visitor === ownVisitor && halfTerm === ownHalfTerm) {
      for (const rider of group) state.move(rider, -1);
      return this.seatGroup(group, visitor, halfTerm);
    }
    if (!openings.visitsAll(visitor, group)) return false;
    const slot = visitor * state.model.halfTerms + halfTerm;
    const count = state.slotCount[slot]!;
    const hasRoom = openings.freeInSlot(visitor, halfTerm) >= group.length;
    let others: number[] = [];
    if (count > 0 && (!hasRoom || this.random() < 0.5)) {
      const other = state.slots[slot * state.slotSize + this.pick(count)]!;
      others = this.ridersOf(state.tripOf[other]!);
      if (!openings.visitsAll(ownVisitor, others)) return false;
    }
    for (const rider of group) state.move(rider, -1);
    for (const rider of others) state.move(rider, -1);
    if (!this.seatGroup(group, visitor, halfTerm)) return false;
    return others.length === 0 || this.seatGroup(others, ownVisitor, ownHalfTerm);
  }
}
