import { plainSigns } from './written-text';

const IN_NAME = /[([]?\b(?:urn|dfe urn)?[ :.#-]*(?<!\d)([1-9]\d{5})(?!\d)\b[)\]]?/i;

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

/**
 * A name with the number beside it in one cell: `Larch Primary School (900020)`, `URN 900022`. The
 * name is empty where there is only the number; null where there is none, or more than one.
 */
export function urnInName(text: string): { urn: number; name: string } | null {
  const plain = plainSigns(text);
  const [whole, urn] = IN_NAME.exec(plain) ?? [];
  if (whole === undefined || (plain.match(/\d{6}/g) ?? []).length > 1) return null;
  const name = plain
    .replace(whole, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,:;-]+|[\s,:;-]+$/g, '');
  return { urn: Number(urn), name };
}
