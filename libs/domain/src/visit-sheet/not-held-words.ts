import { CAME_AWAY, CAME_AWAY_HINT } from './came-away-words';
import { plainSigns } from './written-text';

/** The start of a clause, and whoever it may be about when it is about the visit. */
const CLAUSE = String.raw`(?:^|[.,;:!?()\-\n/]|\b(?:so|and|but|as|because|therefore|then)\b)\W*`;
const ABOUT = String.raw`(?:(?:the|this|our|my|planned|school|first|today's|booked|arranged) )*(?:visit|meeting|appointment|session|trip|call)s?`;
const WE = String.raw`(?:i|we|they|it|he|she|visitor|the visitor|adviser|hub|office|reception|(?:the )?(?:school|head|headteacher|head teacher|ht|deputy|staff|contact|teacher|music lead|music teacher)|[a-z]\. ?[a-z]{2,})`;
const SUBJECT = String.raw`(?:(?:${ABOUT}|${WE}) )?`;
const BE = String.raw`(?:(?:has|have|had|was|were|is|been|be|being|got|to|then|sadly|unfortunately|again|now) )*`;
const PUT_OFF = String.raw`(?:cancel\w*|postpon\w*|re-?arrang\w*|re-?schedul\w*|re-?book\w*|deferred|put off|called off|abandoned|aborted|cxl'?d?|canx|cncld)\b`;
const OTHER_THING = String.raw`(?! (?:(?:in|at|the|a|any|their|its|his|her|all|some|this|that|our) )*(?:whole[- ]class |brass |after[- ]school |school )?(?:concert|choir|lesson|club|assembl|performance|trip|subscription|contract|hire|service|provision|programme|tuition|class|show|production|order|orchestra|band|festival|event|scheme|project|course|workshop|membership|ukulele|music)\w*)`;
const WENT = String.raw`(?:go|went|attend|visit|happen|take place|go ahead|make it|get in|get there|gain access|turn up|meet|come|be held|proceed|access|find (?:anyone|anybody|the school)|see (?:us|me|anyone|anybody))`;

const NOT_HELD: readonly RegExp[] = [
  // Cancelled, postponed and the like: the visit, or nobody says what.
  new RegExp(
    `${CLAUSE}${SUBJECT}${BE}${PUT_OFF}(?! (?:from|twice|once|before|previously|earlier|last)\\b)${OTHER_THING}`,
  ),
  new RegExp(`${CLAUSE}${SUBJECT}${BE}${PUT_OFF} (?:twice|once|before|last minute)[ .,;-]*$`),
  new RegExp(`${ABOUT} (?:had to be |to be |needs? to be |will be )${PUT_OFF}`),
  new RegExp(
    `${CLAUSE}(?:needs?|has|have|had|will|to|must|please) (?:to )?(?:be )?${PUT_OFF}(?! from)${OTHER_THING}`,
  ),
  // Did not go, could not get in.
  new RegExp(
    `${CLAUSE}${SUBJECT}(?:did ?n[o']?t|didnt|did not|never|could ?n[o']?t|couldnt|could not|can ?not|can't|was ?n[o']?t able to|were not able to|were ?n[o']?t able to|wasn't able to|not able to|unable to|was unable to|were unable to|failed to) (?:actually |even )?${WENT}(?:ed|d)?\\b(?! all| every| until)${OTHER_THING}`,
  ),
  new RegExp(`${ABOUT} (?:did ?n[o']?t|did not|didnt|never|could not|couldn't)\\b`),
  new RegExp(
    `${CLAUSE}(?:${ABOUT} )?(?:was |were |has )?(?:not|never) (?:been )?(?:visited|held|made|done|completed|taken place|possible|attended|happened)\\b`,
  ),
  new RegExp(`${CLAUSE}(?:visit |meeting )?(?:no[- ]show|did not|dnv|dna)\\b\\W*$`),
  /^\W*(dna|dnv|no[- ]show|not held|void)\b/,
  // Nobody there.
  new RegExp(
    `${CLAUSE}(?:there was |found |but )?(?:no[- ]?one|nobody|no[- ]body|no staff|not anyone) (?:was |were )?(?:in|there|at|available|home|about|around|here|to meet|to see|answer\\w*|came|turned up|present|on site|could|free|expecting)\\b`,
  ),
  new RegExp(
    `${CLAUSE}(?:there was |had |got )?no (?:visit|meeting|answer|access|reply|response|show|entry)\\b(?! (?:to|on|about) (?:the )?(?:survey|e-?mail|plan))`,
  ),
  new RegExp(
    `${CLAUSE}(?:the )?school (?:was |were |is |had been |found )?(?:closed|shut|locked)(?! (?:its|the|their|at|down|that|off))`,
  ),
  new RegExp(
    `${CLAUSE}(?:all |everything |gates? |doors? |building )(?:was |were )?(?:closed|shut|locked)\\b`,
  ),
  new RegExp(
    `${CLAUSE}${SUBJECT}(?:was |were |got )?(?:turned away|sent away|sent home|stood up|refused entry|not let in|not in school)\\b`,
  ),
  new RegExp(
    `${CLAUSE}${SUBJECT}(?:had )?(?:forgot|forgotten|missed)(?: about)? (?:the|our|this|my) (?:visit|meeting|appointment)`,
  ),
  new RegExp(
    `${CLAUSE}${SUBJECT}(?:was |has |have )?(?:declined|refused)(?: (?:the|our|a|this) (?:visit|meeting)|\\W*$| to (?:meet|see))`,
  ),
  /^\W*missed\W*$/,
  ...CAME_AWAY,
];

const LINK =
  '(?:finally|eventually|at last|in the end|then|later|still|but|however|instead|luckily|anyway|after all|nevertheless|though)';
const THERE =
  '(?:went(?! (?:home|away|back|off|elsewhere))|visited|met|saw|got in|attended|observed|watched|heard|was held|took place|happened|go ahead|going ahead|managed to|did go|let (?:me|us) in|had a)';
const BY_OTHER_WAYS = /\b(phone|telephone|zoom|teams|online|e-?mail|video)\b/;
const AFTER_ALL: readonly RegExp[] = [
  new RegExp(`\\b${LINK}\\b[^.;]{0,40}\\b${THERE}\\b`),
  /\bwent ahead\b/,
  /\b(?:did|visit|meeting) (?:finally |eventually |then )?(?:take|took) place\b/,
  /[-,;.:] ?(?:i |we )?(?:met|saw|observed|watched) (?:with )?(?:the |their |a |mr|mrs|miss|ms|deputy|music|head)/,
];

const everywhere = (patterns: readonly RegExp[]) =>
  patterns.map(({ source }) => new RegExp(source, 'g'));
const NOT_HELD_ANYWHERE = everywhere(NOT_HELD);
const AFTER_ALL_ANYWHERE = everywhere(AFTER_ALL);
/** Without one of these no pattern is found; most notes have none. */
const A_HINT =
  /cancel|cxl|canx|cncld|postpon|arrang|schedul|book|defer|put off|called off|abandon|abort|didn|did not|could|can ?n|unable|able to|fail|never|not |no[- ]|nobody|closed|shut|locked|turned away|sent |stood up|refus|forgot|missed|declin|dna|dnv|void/;
/** Whether a text has a word of those that the patterns begin with. */
const mayTell = (text: string) => A_HINT.test(text) || CAME_AWAY_HINT.test(text);

/** Where the last of these patterns that is found begins, -1 when none is. */
function lastOf(patterns: readonly RegExp[], text: string): number {
  let last = -1;
  for (const pattern of patterns) {
    for (const found of text.matchAll(pattern)) last = Math.max(last, found.index);
  }
  return last;
}

/** What speaks of another visit than this one. */
const OF_ANOTHER =
  /\b(?:previous|last|earlier|next|follow-? ?up|original|second|january|spring|summer|autumn)(?:'s)? (?:term's |planned |booked )?(?:visit|meeting|appointment|one)s? (?:had been |has been |had to be |was |were |is )?(?:cancel\w*|postpon\w*|re-?arrang\w*|re-?schedul\w*|re-?book\w*|did not [a-z]+( place)?|didn't [a-z]+( place)?)/g;

/**
 * Whether notes say that nobody was there: cancelled, postponed, closed, no answer. Notes that go on
 * to say that in the end somebody was are those of a visit; so are those of a concert cancelled.
 */
export function notesSayNotHeld(notes: string): boolean {
  const plain = plainSigns(notes).toLowerCase();
  if (!mayTell(plain)) return false;
  const said = plain.replace(OF_ANOTHER, '');
  const no = lastOf(NOT_HELD_ANYWHERE, said);
  if (no < 0) return false;
  const yes = lastOf(AFTER_ALL_ANYWHERE, said);
  return yes < no - 40 || yes < 0 || BY_OTHER_WAYS.test(said.slice(yes));
}
