import { plainSigns } from './written-text';

/** What people write where they have no number. */
const NONE =
  /^(n\/?a|n\.a\.?|n\/?k|not known|not applicable|none|nil|null|no|tb[acd]|t\.b\.c\.?|unknown|missing|blank|#n\/a|\?+|-+|\.+|0+|x+)$/i;

/**
 * The URN in a cell as people write it: `URN 900020`, `900,020`, `="900020"`, `900020.0`; null where
 * the cell says that there is none, and a text where it is something else.
 */
export function readWrittenUrn(text: string): { urn: number | null } | { notUrn: string } {
  const plain = plainSigns(text);
  if (plain === '' || NONE.test(plain)) return { urn: null };
  const digits = plain
    .replace(/^[=']?"?'?/, '')
    .replace(/"$/, '')
    .replace(/^(dfe |school )?urn( ?(no|number))?\.? ?[:#=-]? ?/i, '')
    .replace(/^(no\.? ?|#) ?/i, '')
    .replace(/^[([](.*)[)\]]$/, '$1')
    .replace(/\.0+$/, '')
    .replace(/^(\d{3})[ ,.](\d{3})$/, '$1$2')
    .replace(/^0+(?=\d{6}$)/, '')
    .trim();
  return /^[1-9]\d{5}$/.test(digits) ? { urn: Number(digits) } : { notUrn: plain };
}
