import { asPattern, oneLine, plainText, unique } from './plain-text';
import type { PlanWords } from './plan-words';

const NOUN =
  'Trust|Orchestra|School|Music|Festival|Academy|Service|Hub|Club|Choir|Network|Theatre|Band|Centre|College|University|Hall|Opera|Conservatoire|Sinfonia|Philharmonic|Ensemble|Society|Foundation|Project|Church|Cathedral|Alliance|Partnership|Studios?|Tuition|Company|Arts|Voices|Federation|Council|Association';
const ENDS_NAME = new RegExp(`\\b(?:${NOUN})$`);
const WORD = "\\p{Lu}[\\p{L}\\p{N}'’&.-]*";
const NAME = `${WORD}(?:(?: (?:of|and|for|the|&|in)){0,2} ${WORD}){0,7}`;
/** "We work with Faversham Music Network". */
const WITH = new RegExp(
  `\\b(?:[Cc]ollaborat\\w+|[Pp]artner(?:s|ed|ing|ship)?|[Ww]ork(?:s|ed|ing)?(?: closely| in partnership)?|[Ll]inks?|[Ll]iais\\w+|[Tt]eam(?:ed)? up|[Cc]onnections?|[Aa]nd) with (?:(?:the|our|local|both) )*(${NAME})`,
  'gu',
);
const HUB_WORDS =
  '(?:Music (?:Education )?Hub|Music Service|Music (?:and|&) (?:Performing )?Arts(?: Service| Trust| Hub)?|Music Trust|Music Partnership|Music (?:Education )?(?:Alliance|Network)|Performing Arts Service|Arts (?:and|&) Music Service|Music Education Partnership)';
const HUB = new RegExp(
  `(?<![\\p{L}])((?:${WORD} )(?:(?:and|&|of|in|${WORD}) ){0,4}?${HUB_WORDS})(?![\\p{L}])`,
  'gu',
);
const HUB_START = /^(?:The|Our|Local|From|With|By|At|CPD|And|Through|Hire|In|For|Share)\s+/;

/** Hubs that a text names in full, in its order. */
export function hubsIn(text: string): string[] {
  return [...text.matchAll(HUB)].flatMap(([, name = '']) => {
    const bare = name.replace(HUB_START, '').replace(HUB_START, '');
    const ends = new RegExp(`^${HUB_WORDS}$`).test(bare) || /^Local /.test(bare);
    return ends ? [] : [bare];
  });
}

/** The names of a list of organisations, as "a) one b) two", "one, two and three" or lines. */
export function splitOrganisations(text: string, words: PlanWords): string[] {
  const parts = text
    .replace(/https?:\S+|www\.\S+/gi, '')
    .split(/\s*(?:\n|;|•|●|▪|,|\s\/\s|\||(?:^|\s)\(?[a-h]\)\s*|(?:^|\s)\d[.)]\s)\s*/)
    .flatMap((part) => splitAtAnd(oneLine(part), words))
    .map((part) => part.replace(/^(?:the|and|&|-|–)\s+|[\s.:–-]+$/gi, '').trim())
    .filter((part) => /\p{L}{2}/u.test(part) && part.length <= 120);
  return unique(parts.map((part) => words.organisations.named(part) ?? part));
}

/** "Kent Music and Arts Trust" is one, "Rocksteady and Young Voices" are two. */
function splitAtAnd(part: string, words: PlanWords): string[] {
  if (words.organisations.named(part)) return [part];
  for (const match of part.matchAll(/ (?:and|&) /g)) {
    const [left, right] = [part.slice(0, match.index), part.slice(match.index + match[0].length)];
    const known = (name: string) => words.organisations.named(name.replace(/^the /i, '')) !== null;
    const isName = (name: string) =>
      /^(?:the )?\p{Lu}/u.test(name) && (known(name) || ENDS_NAME.test(name));
    const leftEnds = known(left) || (ENDS_NAME.test(left) && !/\b(?:Music|Arts)$/.test(left));
    if (leftEnds && (isName(right) || known(left))) return [left, ...splitAtAnd(right, words)];
  }
  return [part];
}

/** Organisations that a sentence says the school works with, and known ones it names. */
export function partnersIn(text: string, words: PlanWords): string[] {
  const told = [...text.matchAll(WITH)].flatMap(([, name = '']) =>
    splitAtAnd(name.replace(/ (?:and|of|for|the|in|&)$/, '').replace(/[.']$/, ''), words),
  );
  const names = told
    .filter((name) => ENDS_NAME.test(name) || words.organisations.named(name) !== null)
    .map((name) => words.organisations.named(name) ?? name);
  return unique([...names, ...words.organisations.find(text).map(({ name }) => name)]);
}

/** Whether two names mean one organisation: the same words, initials, or the one inside the other. */
export function sameOrganisation(a: string, b: string, words: PlanWords): boolean {
  const [one, other] = [a, b].map((name) => plainText(words.organisations.named(name) ?? name));
  if (one === other) return true;
  const initials = (name: string) =>
    name
      .split(' ')
      .filter((word) => !/^(and|of|the|for|in)$/.test(word))
      .map((word) => word[0])
      .join('');
  if (one!.length >= 3 && one === initials(other!)) return true;
  if (other!.length >= 3 && other === initials(one!)) return true;
  const shorter = one!.length < other!.length ? one! : other!;
  const longer = shorter === one ? other! : one!;
  return shorter.split(' ').length > 1 && ` ${longer} `.includes(` ${shorter} `);
}

const OF_ANY_HUB =
  /\b(?:the|music|hub|service|education|trust|partnership|and|of|performing|arts|county|council)\b/gi;

/** Whether a text names the hub, in full, by a part of its name or by its initials. */
export function namesHub(text: string, hub: string): boolean {
  const parts = hub.split(/\s*[:()–]\s*|\s-\s/).filter((part) => part.length >= 3);
  const initials = parts
    .map((part) => part.replace(/[^A-Z]/g, ''))
    .filter((name) => name.length >= 3);
  const own = parts
    .map((part) => oneLine(part.replace(OF_ANY_HUB, ' ')))
    .filter((name) => name.length >= 4);
  const names = [...parts, ...initials];
  if (names.some((name) => new RegExp(`(?<!\\p{L})${asPattern(name)}(?!\\p{L})`, 'iu').test(text)))
    return true;
  return own.some((name) =>
    new RegExp(`\\b(?:by|from|with|through) (?:\\w+ ){0,4}${asPattern(name)}(?!\\p{L})`, 'iu').test(
      text,
    ),
  );
}
