import { notStated, stated, withoutValue, type FieldReading } from './document-to-read';
import { whyNoValue } from './empty-values';
import type { LabelledValue } from './labelled-values';
import { passageOf, type Statement } from './statements';
import { findDays, type InexactDay } from './written-days';

const WHAT = '(?:plan|summary|document|policy|smdp)';
const PUBLISHED = new RegExp(
  `\\b${WHAT}\\b[^.]{0,40}\\b(?:published|written|produced|created|posted)\\b[^.]{0,12}\\b(?:in|on|during)\\b`,
  'i',
);
const REVIEWED = new RegExp(
  `\\b(?:${WHAT}|it|we)\\b[^.]{0,60}\\b(?:will|to|due to) (?:next |then )?(?:be )?(?:next )?(?:reviewed?|updated?|renewed)\\b[^.]{0,30}\\b(?:in|on|by)\\b|\\bnext review\\b`,
  'i',
);

/** The day in a labelled cell, or none with the warning that what stands there is no day. */
export function readDay(
  labelled: LabelledValue | undefined,
  statements: readonly Statement[],
  kind: 'publishedOn' | 'reviewOn',
): FieldReading<InexactDay> {
  if (labelled && labelled.text !== '') return fromLabel(labelled);
  const found = fromSentence(statements, kind === 'publishedOn' ? PUBLISHED : REVIEWED);
  if (found) return found;
  return labelled ? withoutValue('blank', [labelled.passage]) : notStated();
}

function fromLabel({ text, mark, passage }: LabelledValue): FieldReading<InexactDay> {
  const [day, second] = findDays(text);
  if (day) return stated(day.day, second ? 'unsure' : mark, [passage]);
  const why = whyNoValue(text);
  return withoutValue(why ?? 'not_stated', [passage], why ? [] : ['date_not_read']);
}

/** The day that stands behind the words, not one that stands before them. */
function fromSentence(
  statements: readonly Statement[],
  words: RegExp,
): FieldReading<InexactDay> | null {
  for (const statement of statements) {
    const match = words.exec(statement.text);
    const [day] = match
      ? findDays(statement.text.slice(match.index + match[0].length).slice(0, 40))
      : [];
    if (day) return stated(day.day, 'likely', [passageOf(statement)]);
  }
  return null;
}
