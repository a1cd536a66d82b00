import { plainSigns } from './written-text';

const YES = /^(y|yes|yep|true|t|✓|✔|☑|√|tick|ticked|x)(?=$|[ ]?[-,.;:(/]|\s+-)/i;
const NO = /^(n|no|nope|false|f|✗|✘|☒|☐)(?=$|[ ]?[-,.;:(/]|\s+-)/i;

const NEITHER =
  /^(y(es)? ?(\/|or) ?no?|no? ?(\/|or) ?y(es)?|\?+|-+|\.+|n\/?k|not (known|sure)|unknown|tb[acd])$/i;

/** Whether a cell of a column of yes and no leaves it open: "Y/N" of a form, "?", "TBC". */
export const saysNeither = (text: string): boolean => NEITHER.test(plainSigns(text));

/** A cross, which is a tick in one list and the opposite of one in another. */
export const isCross = (text: string): boolean => /^[x×]$/i.test(plainSigns(text));

/** Yes or no in a cell, with or without a word of explanation behind it; null for anything else. */
export function yesOrNo(text: string): boolean | null {
  const said = plainSigns(text);
  if (NEITHER.test(said)) return null;
  if (said === '1' || said === '0') return said === '1';
  if (YES.test(said)) return true;
  return NO.test(said) ? false : null;
}

/**
 * Whether texts are those of a column of yes and no: all of them but those that leave it open, most
 * without explanation.
 */
export function areYesAndNo(texts: readonly string[]): boolean {
  const told = texts.filter((text) => !saysNeither(text));
  if (told.length === 0 || told.some((text) => yesOrNo(text) === null)) return false;
  const bare = told.filter((text) => text.length <= 6).length;
  return bare * 2 >= told.length;
}
