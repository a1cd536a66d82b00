import type { PlanState } from './state';

/** What may be done with a plan while it is searched: which days are open, which capacities have room. P1. */
export class Openings {
  private readonly open: Int32Array;

  constructor(private readonly state: PlanState) {
    this.open = new Int32Array(state.model.words);
  }

  visits(visitor: number, school: number): boolean {
    return this.state.model.visits[visitor * this.state.model.schools.length + school] === 1;
  }

  visitsAll(visitor: number, schools: readonly number[]): boolean {
    return schools.every((school) => this.visits(visitor, school));
  }

  /** Whether a school can on the day of a trip. */
  isOpen(school: number, trip: number): boolean {
    const { model } = this.state;
    const day = trip % model.days.length;
    const halfTerm = model.halfTermOfDay[day]!;
    const at = day - model.firstDay[halfTerm]!;
    const word = model.schoolDays[(school * model.halfTerms + halfTerm) * model.words + (at >> 5)]!;
    return (word & (1 << (at & 31))) !== 0;
  }

  /** Whether the trip's visitor visits on its day. */
  worksOn(trip: number): boolean {
    const { model } = this.state;
    const day = trip % model.days.length;
    const halfTerm = model.halfTermOfDay[day]!;
    const at = day - model.firstDay[halfTerm]!;
    const slot = this.state.visitorOf(trip) * model.halfTerms + halfTerm;
    return (model.visitorDays[slot * model.words + (at >> 5)]! & (1 << (at & 31))) !== 0;
  }

  /** Seats of a trip that nobody has. */
  freeSeats(trip: number): number {
    const { model, count } = this.state;
    const { perDay } = model.visitors[this.state.visitorOf(trip)]!;
    return perDay - count[trip]! - model.dayLoad[trip]!;
  }

  freeInWeek(trip: number): number {
    const { perWeek } = this.state.model.visitors[this.state.visitorOf(trip)]!;
    return perWeek - this.state.weekCount[this.state.weekOf(trip)]!;
  }

  freeInSlot(visitor: number, halfTerm: number): number {
    const { model, halfTermCount } = this.state;
    const slot = visitor * model.halfTerms + halfTerm;
    return model.visitors[visitor]!.perHalfTerm - halfTermCount[slot]!;
  }

  /** A trip whose day is its own: nothing fixed on it, so that it may be put on another day. */
  isMovable(trip: number): boolean {
    return this.state.model.dayLoad[trip] === 0;
  }

  /**
   * An empty day of a visitor's half term on which all of these schools can; -1 where there is none. Schools that
   * are on a trip still must be taken off before.
   *
   * @param turn a whole number that says where to begin looking
   */
  emptyDay(schools: readonly number[], visitor: number, halfTerm: number, turn: number): number {
    const { model, count } = this.state;
    const { words, halfTerms, firstDay, days } = model;
    const { perDay } = model.visitors[visitor]!;
    if (schools.length > perDay) return -1;
    const span = firstDay[halfTerm + 1]! - firstDay[halfTerm]!;
    if (span === 0) return -1;
    for (let word = 0; word < words; word += 1) {
      let open = model.visitorDays[(visitor * halfTerms + halfTerm) * words + word]!;
      for (const school of schools) {
        open &= model.schoolDays[(school * halfTerms + halfTerm) * words + word]!;
      }
      this.open[word] = open;
    }
    const begin = turn % span;
    for (let i = 0; i < span; i += 1) {
      const at = begin + i < span ? begin + i : begin + i - span;
      if ((this.open[at >> 5]! & (1 << (at & 31))) === 0) continue;
      const trip = visitor * days.length + firstDay[halfTerm]! + at;
      if (count[trip] !== 0 || model.dayLoad[trip] !== 0) continue;
      if (this.freeInWeek(trip) >= schools.length) return trip;
    }
    return -1;
  }
}
