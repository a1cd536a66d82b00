import type { Statement } from './statements';

/** The seven key features of the national plan, by their words in its list or in a school's. */
export const KEY_FEATURES = {
  hour: /\b(hour|60 min\w*|1\+ ?hours?)\b.*\b(week|weekly|key stages?|stages)\b|\bweekly\b.*\bhour\b/i,
  lessons: /\b(access|opportunit\w+)\b.*\b(lessons|tuition)\b/i,
  choir: /\b(choir|vocal ensemble)\b/i,
  ensemble:
    /\b(ensembles?|bands?)\b.*\b(band|group|opportunit\w*)\b|\bschool (ensemble|band|orchestra)\b/i,
  space:
    /\b(spaces?|rooms?)\b.*\b(rehears\w+|practi[cs]e)|\b(rehears\w+|practi[cs]e)\b.*\bspaces?\b/i,
  termly:
    /\b(termly|every term|each term)\b.*\b(performances?|concerts?)\b|\bperformances?\b.*\btermly\b/i,
  live: /\blive (performances?|music)\b/i,
} as const;

const PATTERNS = Object.values(KEY_FEATURES);
/** So many different ones in one list, and fewer under a heading that names them. */
const FEATURES = 5;
const FEATURES_NAMED = 3;
const NAMED = /\bkey features\b/i;
const LONGEST = 160;

/** Marks what stands in a list of the national plan's key features, in its words or nearly so. */
export function markNationalList(statements: Statement[]): void {
  for (let from = 0; from < statements.length; from += 1) {
    let to = from;
    while (isListed(statements[to]) && statements[to]!.section === statements[from]!.section)
      to += 1;
    if (to === from) continue;
    const run = statements.slice(from, to);
    const features = PATTERNS.filter((pattern) =>
      run.some(({ text }) => pattern.test(text)),
    ).length;
    const lead = `${run[0]!.under} ${statements[from - 1]?.text ?? ''}`;
    if (features >= (NAMED.test(lead) ? FEATURES_NAMED : FEATURES)) {
      for (const one of run) one.national = PATTERNS.some((pattern) => pattern.test(one.text));
    }
    from = to;
  }
}

const isListed = (statement: Statement | undefined): boolean =>
  statement !== undefined &&
  (statement.kind === 'item' || statement.kind === 'cell') &&
  statement.text.length <= LONGEST;
