import { isAcademicYear, type AcademicYear } from './academic-year';
import { checkCalendarHosts } from './busy-calendar';
import { checkPlanRules, type PlanRules, planRulesDiffer } from './development-plans';
import { checkPlanWords, type HubPlanWords } from './plan-reading';
import { checkPlanningRules, type PlanningRules } from './planning/planning-rules';
import { plural } from './plural';
import { checkScoreWeights, numberAt, type ScoreWeights, WEIGHT_FIELDS } from './score-weights';
import { VISIT_KINDS, type VisitKind } from './visit-state';

/** What a hub decides for itself about its visits and its queue. */
export interface HubRules {
  /** Kinds of visit that never reset the clock (rule 4). */
  kindsNotCounting: readonly VisitKind[];
  /** The academic year in which the first cycle starts. */
  firstCycleStartsIn: AcademicYear;
  /** Visits aimed at in an academic year (rule 12). */
  targetVisits: number;
  /** Of the score (rule 11). */
  weights: ScoreWeights;
  /** Of schools' music development plans (rule 18). */
  planRules: PlanRules;
  /** Added to the lists by which plans are read (rule 25). */
  planWords: HubPlanWords;
  /** Whether the worker may get plans from schools' own websites (rule 21). */
  fetchPlans: boolean;
  /** From which the worker reads visitors' published calendars; none where there are none. */
  calendarHosts: readonly string[];
  /** How the plan of a year is made. */
  planning: PlanningRules;
}

export interface HubRulesFault {
  field: keyof HubRules;
  /** One sentence. */
  message: string;
}

const MOST_VISITS = 100_000;

/** Everything that is wrong with a hub's rules; empty when they can be used. */
export function checkHubRules(rules: HubRules): HubRulesFault[] {
  const { kindsNotCounting, firstCycleStartsIn, targetVisits, weights, planRules, planWords } =
    rules;
  const faults: HubRulesFault[] = [];
  if (VISIT_KINDS.every((kind) => kindsNotCounting.includes(kind))) {
    faults.push({ field: 'kindsNotCounting', message: 'At least one kind of visit must count.' });
  }
  if (!isAcademicYear(firstCycleStartsIn)) {
    const message = 'The first cycle starts in an academic year, written 2024-25.';
    faults.push({ field: 'firstCycleStartsIn', message });
  }
  if (!Number.isInteger(targetVisits) || targetVisits < 1 || targetVisits > MOST_VISITS) {
    const message = `The target is a whole number of visits, 1 to ${MOST_VISITS}.`;
    faults.push({ field: 'targetVisits', message });
  }
  const wrong = checkScoreWeights(weights);
  if (wrong !== null) faults.push({ field: 'weights', message: wrong });
  for (const message of checkPlanRules(planRules)) faults.push({ field: 'planRules', message });
  for (const message of checkPlanWords(planWords)) faults.push({ field: 'planWords', message });
  for (const message of checkCalendarHosts(rules.calendarHosts)) {
    faults.push({ field: 'calendarHosts', message });
  }
  for (const message of checkPlanningRules(rules.planning)) {
    faults.push({ field: 'planning', message });
  }
  return faults;
}

/** Whether a change of the rules moves scores or states, so that every school is to be ranked again. */
export function ranksAgain(before: HubRules, after: HubRules): boolean {
  return (
    kindsDiffer(before, after) ||
    weightsDiffer(before, after) ||
    planRulesDiffer(before.planRules, after.planRules)
  );
}

/** What a change of the rules brings with it, a sentence each; empty when nothing changes. */
export function rulesChangeInWords(before: HubRules, after: HubRules): string[] {
  const sentences: string[] = [];
  if (kindsDiffer(before, after)) {
    sentences.push(
      'Last visits, states and the schools covered are counted anew from all visits on record.',
    );
  }
  if (weightsDiffer(before, after)) sentences.push('The points of the score are given anew.');
  if (planRulesDiffer(before.planRules, after.planRules)) {
    sentences.push('Which schools still need a music development plan is decided anew.');
  }
  if (ranksAgain(before, after)) {
    sentences.push(
      'Every school is ranked again, so the order of the queue changes for everybody.',
    );
  }
  if (before.firstCycleStartsIn !== after.firstCycleStartsIn) {
    sentences.push(
      `The three-year cycles are counted from ${after.firstCycleStartsIn}, so the schools covered in a cycle are others.`,
    );
  }
  if (before.targetVisits !== after.targetVisits) {
    sentences.push(
      `Progress is measured against ${plural(after.targetVisits, 'visit')} an academic year, this year included.`,
    );
  }
  if (before.fetchPlans !== after.fetchPlans) {
    sentences.push(
      after.fetchPlans
        ? 'Plans can be fetched from schools’ own websites.'
        : 'Nothing is fetched from schools’ websites any more.',
    );
  }
  if (planningDiffers(before.planning, after.planning)) {
    sentences.push(
      'The next plan of a year is made by the new rules. Plans that are made stay as they are.',
    );
  }
  if (before.planning.offerDays !== after.planning.offerDays) {
    sentences.push(
      `Days that are offered from now on are kept for ${plural(after.planning.offerDays, 'day')}.`,
    );
  }
  if (before.planning.remindSchools !== after.planning.remindSchools) {
    sentences.push(
      after.planning.remindSchools
        ? 'Schools are reminded of a confirmed visit a week before.'
        : 'Schools are not reminded of their visits.',
    );
  }
  if (before.calendarHosts.join() !== after.calendarHosts.join()) {
    sentences.push(
      after.calendarHosts.length > 0
        ? `Visitors’ own calendars are read from ${after.calendarHosts.join(', ')} only.`
        : 'Visitors’ own calendars are not read any more.',
    );
  }
  return sentences;
}

const planningDiffers = (a: PlanningRules, b: PlanningRules): boolean =>
  a.noticeDays !== b.noticeDays ||
  a.cancelShare !== b.cancelShare ||
  a.monthsBetween !== b.monthsBetween;

const inOrder = (kinds: readonly VisitKind[]): string => [...kinds].sort().join();

const kindsDiffer = (a: HubRules, b: HubRules): boolean =>
  inOrder(a.kindsNotCounting) !== inOrder(b.kindsNotCounting);

const weightsDiffer = ({ weights: a }: HubRules, { weights: b }: HubRules): boolean =>
  WEIGHT_FIELDS.some((field) => numberAt(a, field) !== numberAt(b, field));
