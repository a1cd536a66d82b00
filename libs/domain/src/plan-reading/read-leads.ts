import { notStated, stated, withoutValue, type FieldReading } from './document-to-read';
import { whyNoValue } from './empty-values';
import type { LabelledValue } from './labelled-values';
import { oneLine, unique } from './plain-text';
import { passageOf, type Statement } from './statements';

const TITLE = '(?:Mr|Mrs|Ms|Miss|Mx|Dr|Sir|Dame|Rev|Prof(?:essor)?)\\.?';
const WORD = "\\p{Lu}(?:[\\p{L}'’-]*\\p{L})?\\.?";
const NAME = new RegExp(
  `^(?:\\[name\\]|${TITLE}(?: ${WORD}){1,4}|${WORD}(?: (?:de|van|von|der|la|${WORD})){1,3})$`,
  'u',
);
const BETWEEN = /\s*(?:\n|;|,|\/|\||\s&\s|\band\b|\+|(?<=\))(?=\s+\p{Lu}))\s*/u;
/** What a person does beside the name. */
const ROLE =
  /\s*(?:\([^)]*\)|[-–—:]\s.*|\b(?:head ?teacher|deputy|assistant|head of|music (?:lead|teacher|specialist|coordinator)|subject lead\w*|principal|teacher|phase leader|slt|senior)\b.*)$/i;
const ROLE_FIRST =
  /^(?:the )?(?:head ?teacher|deputy head(?:teacher)?|assistant head(?:teacher)?|principal|head of \w+|executive head(?:teacher)?|head of school|music teacher|(?:eyfs|ks\d)[^:–-]*)\s*[-–—:]\s*/i;
const NO_NAME =
  /\b(music|lead|leader|teacher|head|school|primary|academy|hub|service|team|staff|deputy|senior|assistant|principal|year|key|stage|subject|part|curriculum|plan)\b/i;
const SAYS =
  '\\b(?:music (?:subject )?(?:lead(?:er)?|co-?ordinator)|head of music|director of music|subject lead(?:er)? for music)\\b,?\\s*(?:is|:|–|-|,|\\()?\\s*';
const NAMED = new RegExp(`(?:\\[name\\]|${TITLE} ${WORD}(?: ${WORD})?|${WORD} ${WORD})`, 'u');

/** The persons named behind a label, or in a sentence that says who leads music. */
export function readLead(
  labelled: LabelledValue | undefined,
  statements: readonly Statement[] = [],
): FieldReading<string[]> {
  if (labelled && labelled.text !== '') {
    const names = namesIn(labelled.text);
    if (names.length > 0) return stated(names, labelled.mark, [labelled.passage]);
    return withoutValue(whyNoValue(labelled.text) ?? 'not_stated', [labelled.passage]);
  }
  return (
    fromSentence(statements) ?? (labelled ? withoutValue('blank', [labelled.passage]) : notStated())
  );
}

export function namesIn(text: string): string[] {
  if (whyNoValue(text)) return [];
  const parts = text.replace(/\b(?:e-?mail|tel)\b.*|\S+@\S+/gi, '').split(BETWEEN);
  const names = parts.map((part) => bareName(part)).filter((name) => NAME.test(name));
  const plain = names.filter((name) => !NO_NAME.test(name));
  // Each "[name]" stands for a person of its own.
  return plain.every((name) => name === '[name]') ? plain : unique(plain);
}

function bareName(part: string): string {
  const tidy = oneLine(part).replace(ROLE_FIRST, '');
  const bare = tidy.replace(ROLE, '').replace(/^[\s:•-]+|[\s.:,-]+$/g, '');
  return bare === '' ? tidy : bare;
}

function fromSentence(statements: readonly Statement[]): FieldReading<string[]> | null {
  for (const statement of statements) {
    const match = new RegExp(SAYS, 'i').exec(statement.text);
    if (!match) continue;
    const behind = statement.text.slice(match.index + match[0].length);
    const name = new RegExp(`^${NAMED.source}`, 'u').exec(behind)?.[0];
    if (name && !NO_NAME.test(name))
      return stated([name.replace(/(?<=\p{L}{2})\.$/u, '')], 'likely', [passageOf(statement)]);
    const before = new RegExp(
      `(${NAMED.source}),? (?:is |as |who is )?(?:our |the )?(?:school'?s? )?$`,
      'u',
    ).exec(statement.text.slice(0, match.index))?.[1];
    if (before && !NO_NAME.test(before)) return stated([before], 'likely', [passageOf(statement)]);
  }
  return null;
}
