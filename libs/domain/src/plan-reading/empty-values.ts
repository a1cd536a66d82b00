import type { WhyNoValue } from './document-to-read';
import { plainText } from './plain-text';

const NONE =
  /^(n ?a|none|no|nil|not applicable|as above|same( as above| person)?|see above|no other|none at present|none currently|not at present|n a at present|ditto|(there (is|are) )?(no|none) (other|current|currently|formal|further|additional|partnerships?|organisations?)( \w+){0,6})$/;
const BLANK = /^(tbc|tba|to be confirmed|to be announced|insert|add|name|date|)$/;

/** Why what stands behind a label is no value; null where it is one. */
export function whyNoValue(text: string): Exclude<WhyNoValue, 'not_stated'> | null {
  const plain = plainText(text);
  if (NONE.test(plain)) return 'none';
  // "[name]" stands for a name that was taken out; "name" is what the template asks for.
  if (BLANK.test(plain) && !/^\s*\[name\]/.test(text)) return 'blank';
  return null;
}
