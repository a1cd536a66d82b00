import { listOf, type FoundIn } from './collect';
import type { FieldReading } from './document-to-read';
import { oneLine, plainText } from './plain-text';
import type { Statement } from './statements';

/** Words that say which choir or band it is. */
const WHICH =
  "(?:(?:KS ?\\d|Key Stage \\d|EYFS|Years? \\d+(?:[-–/&] ?\\d+)*|Y\\d(?:[-/&]\\d)?|infants?|juniors?|seniors?|lower school|upper school|sixth form|staff|parents?|parent and staff|community|chamber|gospel|boys'?|girls'?|ladies'?|male voice|mixed voice|vocal|signing|makaton|sign language|sing and sign|rock(?: and pop)?|pop|jazz|big|brass|wind|woodwind|concert|steel|steel pan|samba|soul|ska|folk|ceilidh|string|strings|violin|viola|cello|flute|clarinet|saxophone|sax|trumpet|recorder|ukulele|guitar|keyboard|piano|percussion|drum|drumming|djembe|african drumming|west african drumming|handbell|hand ?bell|glockenspiel|ocarina|orchestra|training|beginners?|intermediate|advanced|pit|show|show choir|musical theatre|iPad|boomwhacker|taiko|dhol|singing|glee|songwriting|music technology|music tech|music production|world music|barbershop|a cappella|acapella|youth|full|mini|lunchtime|after[- ]school|worship|chapel|church|praise|Year \\d+ and \\d+)[ -])";
const KIND = '(?:choirs?|orchestras?|bands?|ensembles?|quartets?|quintets?|trios?)';
const GROUP = '(?:groups?|clubs?)';
const MUSICAL =
  '(?:singing|glee|guitar|ukulele|recorder|drumming|drum|djembe|african drumming|percussion|keyboard|piano|violin|strings?|brass|woodwind|flute|clarinet|handbells?|ocarina|steel pans?|samba|songwriting|music technology|music tech|music production|music|musical theatre|show choir|vocal|a cappella|rock|jazz|composition|DJ|signing|sing and sign|glockenspiel|boomwhacker|cello|saxophone|trumpet|iPad)';
const ENSEMBLE = new RegExp(
  `(?<![\\p{L}-])((?:${WHICH}){0,3}${KIND}|(?:(?:KS ?\\d|Key Stage \\d|Years? \\d+(?:[-–/&] ?\\d+)*|Y\\d|infant|junior|senior|beginners?|intermediate|advanced|lunchtime|after[- ]school)[ ])?${MUSICAL}[ ]${GROUP})(?![\\p{L}-])`,
  'giu',
);
/** Without one of these there is none, which saves looking for which it is. */
const ANY = /choir|orchestra|band|ensemble|quartet|quintet|trio|group|club/i;
/** What follows, where it is no ensemble of the school's. */
const NOT_BEHIND =
  /^\s*(?:skills?|lessons?|tuition|singing|performances? of|playing|work\b|workshops?|pieces?|music\b|members?\s+of\s+the\s+(?:bbc|lso)|of (?:the )?(?:bbc|royal|london)|teachers?|instruments?|equipment|project|style|from (?:the|our|a|\p{Lu}))/iu;
/** Of others: heard, visited, or beyond the school. */
const OF_OTHERS =
  /\b(county|borough|area|hub'?s?|regional|national|city|local|community|professional|visiting|military|royal|philharmonic|symphony|bbc|hall[eé]|cathedral|massed|combined|district|town|service'?s?|external|university|conservatoire)\b[\w\s'’-]{0,25}$/i;
const HEARING =
  /\b(watch\w*|listen\w*|hear\w*|saw|seen|visit(?:s|ed|ing)? (?:to|by|from)|came|come in|concerts? (?:by|from|given)|performed? (?:by|to (?:us|the (?:children|pupils|school)))|performances? (?:by|from)|trip to|local high school|outside of school|beyond school|out of school|county)\b/i;
/** A bare plural names no ensemble: "choirs, ensembles and bands". */
const BARE =
  /^(?:ensembles?|bands?|choirs|orchestras|groups?|music groups?|vocal ensembles|music clubs?)$/i;

/** Choirs, bands and groups that the school has, as it calls them. */
export function readEnsembles(statements: readonly Statement[]): FieldReading<string[]> {
  const found = statements.flatMap((statement): FoundIn<string>[] => {
    const { text, goal, section, national } = statement;
    if (goal || section === 'further' || section === 'overview') return [];
    if (!ANY.test(text)) return [];
    if (/\b(?:do not|don't|no longer|does not) (?:currently )?(?:have|run|offer)\b/i.test(text))
      return [];
    return [...text.matchAll(ENSEMBLE)].flatMap((match): FoundIn<string>[] => {
      const [before, behind] = [
        text.slice(0, match.index),
        text.slice(match.index + match[0].length),
      ];
      if (NOT_BEHIND.test(behind) || OF_OTHERS.test(before.slice(-40)) || HEARING.test(before))
        return [];
      const name = tidy(match[0]);
      if (BARE.test(name) && !isNamed(before, name, statement)) return [];
      if (national && /^vocal ensemble$/i.test(name)) return [];
      return [{ value: name, statement }];
    });
  });
  return listOf(withoutRepeats(found));
}

function isNamed(before: string, name: string, { national, section, kind }: Statement): boolean {
  if (national) return /ensemble/i.test(name);
  if (/s$/i.test(name)) return false;
  return (
    /\b(?:a|an|our|the|school|choir\/)\s*$/i.test(before) &&
    (section === 'partB' || kind === 'item' || kind === 'sentence') &&
    !/\bin (?:a|an|the)\s*$/i.test(before)
  );
}

function tidy(text: string): string {
  const bare = oneLine(text);
  // A name keeps its capitals, a sentence's beginning does not.
  return /^\p{Lu}\p{Ll}+$/u.test(bare) ? bare.toLowerCase() : bare;
}

/** "The choir" beside "KS2 choir" is that one; one name in two writings is one. */
function withoutRepeats(found: readonly FoundIn<string>[]): FoundIn<string>[] {
  const byKey = new Map<string, FoundIn<string>>();
  for (const each of found) {
    const key = keyOf(each.value);
    if (!byKey.has(key) && byKey.size < MOST) byKey.set(key, each);
  }
  return [...byKey].flatMap(([key, each]) => {
    const isOther =
      !key.includes(' ') &&
      [...byKey.keys()].some((other) => other !== key && other.endsWith(` ${key}`));
    return isOther ? [] : [each];
  });
}

/** More than any school has. */
const MOST = 100;
const keyOf = (name: string) => plainText(name).replace(/s$/, '');
