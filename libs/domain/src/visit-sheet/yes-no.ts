import { plainSigns } from './written-text';

const YES = /^(y|yes|yep|true|t|✓|✔|☑|√|tick|ticked|x)(?=$|[ ]?[-,.;:(/]|\s+-)/i;
const NO = /^(n|no|nope|false|f|✗|✘|☒|☐)(?=$|[ ]?[-,.;:(/]|\s+-)/i;

/** Yes or no in a cell, with or without a word of explanation behind it; null for anything else. */
export function yesOrNo(text: string): boolean | null {
  const said = plainSigns(text);
  if (said === '1' || said === '0') return said === '1';
  if (YES.test(said)) return true;
  return NO.test(said) ? false : null;
}

/** Whether texts are those of a column of yes and no: all of them, most without explanation. */
export function areYesAndNo(texts: readonly string[]): boolean {
  if (texts.length === 0 || texts.some((text) => yesOrNo(text) === null)) return false;
  const bare = texts.filter((text) => text.length <= 6).length;
  return bare * 2 >= texts.length;
}
