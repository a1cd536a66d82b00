/** Ways of writing one thing; applied in this order to lower-case words with single spaces. */
const SAME_THING: readonly [RegExp, string][] = [
  [/\bsaints?\b/g, 'st'],
  [/\b(church of england|c of e|cofe|c e|coe)\b/g, 'ce'],
  [/\b(roman catholic|r c|catholic|cath)\b/g, 'rc'],
  [/\b(voluntary aided|v a)\b/g, 'va'],
  [/\b(voluntary controlled|v c)\b/g, 'vc'],
  [/\bjunior mixed (infants?|and infants?)\b/g, 'jmi'],
  [/\b(jm and i|j m i|jm i|jm and infants?|jmandi)\b/g, 'jmi'],
  [/\bjunior mixed\b/g, 'junior'],
  [/\bjm\b/g, 'junior'],
  [/\binfants\b/g, 'infant'],
  [/\bjuniors\b/g, 'junior'],
  [/\bprim(ary)?\b/g, 'primary'],
  [/\bjnr\b/g, 'junior'],
  [/\binf\b/g, 'infant'],
  [/\bsch\b/g, 'school'],
];

/** Words that most schools have and people leave out or swap: they tell no two schools apart. */
const COMMON = new Set([
  ...[
    'the',
    'and',
    'of',
    'school',
    'schools',
    'primary',
    'jmi',
    'academy',
    'secondary',
    'va',
    'vc',
  ],
]);
/** Beside one of these, "nursery" only says that the school has one. */
const AGES = ['primary', 'jmi', 'infant', 'junior'];

/** The words of a name in one spelling: lower case, no accents, apostrophes or punctuation. */
export function plainName(name: string): string {
  let plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’‘‛ʼʻʹ′＇`´]/g, '')
    .replace(/[&+]/g, ' and ')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
  for (const [written, meant] of SAME_THING) plain = plain.replace(written, meant);
  return plain;
}

/**
 * A key that is the same for names with small differences: St./Saint, &/and, JMI/Junior Mixed and
 * Infant/Primary, C of E/Church of England, RC/Catholic, "Primary School", Academy, VA, VC, The,
 * punctuation, apostrophes, accents. Infant, junior and nursery schools of one name keep their own
 * keys, and so do Church of England and Catholic ones.
 */
export function schoolNameKey(name: string): string {
  const plain = plainName(name);
  const all = plain.split(' ');
  const hasAge = all.some((word) => AGES.includes(word));
  const telling = all.filter((word) => !COMMON.has(word) && !(word === 'nursery' && hasAge));
  return telling.join(' ') || plain;
}

const PHASE_WORDS = /\b(primary|jmi|infant|junior|nursery|secondary|high|college|academy|middle)\b/;

/** Whether a name says what sort of school is meant, and not only "St Mary's" or "St Mary's School". */
export function namesPhase(name: string): boolean {
  return PHASE_WORDS.test(plainName(name));
}

/** A town in one spelling. */
export function townKey(town: string): string {
  return plainName(town);
}
