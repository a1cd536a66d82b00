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
