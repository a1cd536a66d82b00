/** What the Head sets of how plans are made. */
export interface PlanningRules {
  /** Days between making a plan and its first visit. */
  noticeDays: number;
  /** Of bookings, 0 to 0.5; null is the hub's own of two years, and 12% until it has one. */
  cancelShare: number | null;
  /** Months from a school's last counting visit to the next one proposed, at least. */
  monthsBetween: number;
  /** For so many days the places of offered days are kept for a school. */
  offerDays: number;
  /** Whether schools are reminded of a confirmed visit a week before. */
  remindSchools: boolean;
}

export const DEFAULT_PLANNING_RULES: PlanningRules = {
  noticeDays: 14,
  cancelShare: null,
  monthsBetween: 24,
  offerDays: 10,
  remindSchools: true,
};

const MOST_NOTICE_DAYS = 180;
export const MOST_CANCEL_SHARE = 0.5;
const MOST_MONTHS_BETWEEN = 60;
const MOST_OFFER_DAYS = 60;

const isWhole = (value: number, most: number) =>
  Number.isInteger(value) && value >= 0 && value <= most;

/** A sentence for each that cannot be. */
export function checkPlanningRules(rules: PlanningRules): string[] {
  const { noticeDays, cancelShare, monthsBetween, offerDays } = rules;
  const faults: string[] = [];
  if (!isWhole(noticeDays, MOST_NOTICE_DAYS)) {
    faults.push(`Schools are given notice of 0 to ${MOST_NOTICE_DAYS} whole days.`);
  }
  if (cancelShare !== null && !(cancelShare >= 0 && cancelShare <= MOST_CANCEL_SHARE)) {
    faults.push('The share of visits that fall through is from 0 to 50%.');
  }
  if (!isWhole(monthsBetween, MOST_MONTHS_BETWEEN)) {
    faults.push(`Between two visits are 0 to ${MOST_MONTHS_BETWEEN} whole months.`);
  }
  if (!isWhole(offerDays, MOST_OFFER_DAYS) || offerDays < 1) {
    faults.push(`Offered days are kept for 1 to ${MOST_OFFER_DAYS} whole days.`);
  }
  return faults;
}
