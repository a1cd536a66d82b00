import { mondayOf } from '../../day';
import { visitsByWeek, weeksOf } from '../evenness';
import type { PlanModel } from '../model';

/** P5: the visits of each of the hub's weeks while a plan is searched, beside what an even half term would have. */
export class WeekTally {
  /** The week of each day of the model. */
  readonly weekOfDay: Int32Array;
  private readonly visits: Int32Array;
  private readonly halfTermOfWeek: Int32Array;
  private readonly part: Float64Array;
  private readonly ofHalfTerm: Int32Array;
  private all = 0;

  constructor({ problem, days }: PlanModel) {
    const weeks = weeksOf(problem);
    this.weekOfDay = Int32Array.from(days, (day) => weeks.weekOf.get(mondayOf(day))!);
    this.part = Float64Array.from(weeks.part);
    this.halfTermOfWeek = Int32Array.from(weeks.halfTerm);
    this.visits = Int32Array.from(visitsByWeek(problem, weeks, problem.locked ?? []));
    this.ofHalfTerm = new Int32Array(problem.halfTerms.length);
    this.visits.forEach((count, week) => {
      this.ofHalfTerm[this.halfTermOfWeek[week]!]! += count;
      this.all += count;
    });
  }

  add(day: number, visits: number): void {
    const week = this.weekOfDay[day]!;
    this.visits[week]! += visits;
    this.ofHalfTerm[this.halfTermOfWeek[week]!]! += visits;
    this.all += visits;
  }

  /** How many visits a week is off its part of the half term's, with some more or fewer of one half term. */
  offIn(week: number, more = 0): number {
    const even = this.ofHalfTerm[this.halfTermOfWeek[week]!]! * this.part[week]!;
    return Math.abs(this.visits[week]! + more - even);
  }

  /** Visits that would have to move to another week: half the sum of what all weeks are off. */
  off(): number {
    let sum = 0;
    for (let week = 0; week < this.part.length; week += 1) sum += this.offIn(week);
    return sum / 2;
  }

  unevenness(): number {
    return this.all === 0 ? 0 : this.off() / this.all;
  }

  /** What unevenness may be: 0.12 from three visits a week on, more with fewer, as two on one day are one week's. */
  limit(): number {
    const aWeek = this.all / Math.max(1, this.part.length);
    return MOST_UNEVEN + Math.max(0, 3 - aWeek) * MORE_A_VISIT;
  }
}

const MOST_UNEVEN = 0.12;
const MORE_A_VISIT = 0.125;
