/** What a hub puts in place before the tracker is of full use, in the order in which it is done. */
export const SET_UP_STEPS = [
  'register',
  'links',
  'census',
  'regions',
  'term_dates',
  'bank_holidays',
  'hub_name',
  'people',
  'past_visits',
  'survey',
] as const;
export type SetUpStepKey = (typeof SET_UP_STEPS)[number];

export interface SetUpStep {
  key: SetUpStepKey;
  done: boolean;
  /** How many there are: schools, links, schools with a census figure, people ... */
  count: number;
}

/** `GET /api/today/set-up`: for those who run the hub. */
export interface SetUp {
  steps: SetUpStep[];
}
