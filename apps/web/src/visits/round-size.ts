/** How many visits one form takes: each line looks up its visitor, free days and warnings. */
export const MOST_IN_A_ROUND = 60;

export const tooManyForARound = (ticked: number): string =>
  `At most ${MOST_IN_A_ROUND} visits can be scheduled at once, and ${ticked.toLocaleString('en-GB')} rows are ticked. Clear some of them.`;
