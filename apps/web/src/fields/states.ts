/** Two states that belong together in the hub's first question. */
export const NOT_IN_THREE_YEARS = ['never_visited', 'overdue'] as const;
