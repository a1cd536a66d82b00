import { bestOf, listOf, type FoundIn } from './collect';
import type { FieldReading } from './document-to-read';
import { oneLine, plainText } from './plain-text';
import type { Statement } from './statements';

const SINGING =
  /\b(?:singing|sing|hymn|song)\b[\w\s,'’&/-]{0,40}\b(?:assembl\w+|worship|practice)\b|\bmusic(?:al)? assembl\w+|\b(?:assembl\w+|collective worship)\b[^.;]{0,80}\b(?:sing|singing|sings|sung|songs|hymns)\b|\b(?:whole[- ]school|key stage|phase|communal) singing\b|\bsing(?:s|ing)? together\b/i;
const EVERY_WEEK =
  /\b(weekly|daily|(?:every|each|per|a) (?:single )?(?:week|day|morning|(?:mon|tues|wednes|thurs|fri)day)|once a week|twice a week|(?:mon|tues|wednes|thurs|fri)days?)\b/i;
const NO_LIST = /\b(?:choirs?|club)\b.{0,25}\b(?:meets?|rehears)/i;

/** Singing together as a school: every week, or otherwise. */
export function readSingingTogether(
  statements: readonly Statement[],
): FieldReading<'weekly' | 'other'> {
  const about = statements.filter(
    ({ text, goal, section, kind }) =>
      !goal &&
      section !== 'further' &&
      // A heading names what is spoken of, and rarely says how often.
      (kind !== 'heading' || EVERY_WEEK.test(text)) &&
      !/:$/.test(text) &&
      SINGING.test(text) &&
      !NO_LIST.test(text),
  );
  return bestOf<'weekly' | 'other'>(about, [
    ['weekly', ({ text }) => EVERY_WEEK.test(near(text, SINGING))],
    ['other', () => true],
  ]);
}

const BESIDE = /\b(?:in addition to|as well as|alongside|besides|plus)\b/i;

/** The words around a match in its own part of the sentence. */
function near(text: string, pattern: RegExp): string {
  const part = text.split(BESIDE).find((each) => pattern.test(each)) ?? text;
  const match = pattern.exec(part);
  if (!match) return '';
  return part.slice(Math.max(0, match.index - 60), match.index + match[0].length + 60);
}

const PERFORM =
  /\b(?:perform(?!ance management)\w*|concerts?|productions?|nativit(?:y|ies)|shows?\b(?! (?:that|how|us|the|what|a|an|respect|their|progress|good)\b)|showcases?|recitals?|carol services?|talent shows?)\b/i;
/** Part of learning, not an event: "listening, composing and performing". */
const AS_SKILL =
  /\b(?:listen\w*|compos\w*|improvis\w*|apprais\w*|transcri\w*|creat\w*|sing(?:ing)?)\b[^.]{0,60}\bperform(?:ance|ances|ing|ers?)?\b|\bperform(?:ance|ances|ing|ers?)?\b[^.]{0,40}\b(?:listen\w*|compos\w*|improvis\w*|apprais\w*|transcri\w*|review)|\b(?:instrumental|vocal|ensemble|solo) performance (?:skills?|into|as)\b|\bperformance skills\b/i;
const AN_EVENT =
  /\b(?:concerts?|productions?|nativit(?:y|ies)|showcases?|recitals?|carol services?|talent shows?|performance opportunit\w+|opportunit\w+ to perform|perform(?:s|ed|ing)? (?:to|for|at|in (?:front|assembl|the|our|a|church|local)|termly|regularly|annually)|performances? (?:throughout|during|at|to|for|in|each|every|per|take)|school performances?|termly performances?|(?:christmas|summer|spring|easter|harvest|end of (?:year|term)|annual|class|final|various|regular|public|live) performances?|performance is|musical show|(?:a|the|our) (?:\w+ ){0,2}shows?|shows? (?:each|every|in|at|for))\b/i;
const EVERY_TERM =
  /\b(?:termly|(?:each|every|per|a) term|once a term|half[- ]termly|(?:each|every) half[- ]term|at least termly|three times (?:a|per|each) year|end of (?:each|every) term)\b/i;
const EVERY_YEAR =
  /\b(?:annual(?:ly)?|yearly|(?:each|every|once a|per) (?:school |academic )?year)\b/i;
const BY_OTHERS =
  /\b(?:watch\w*|professional|visit\w*|trips?|theatre|live music|enjoy live|attend\w*|see\b)\b/i;

/** How often pupils perform. */
export function readPerformances(
  statements: readonly Statement[],
): FieldReading<'termly' | 'yearly' | 'stated'> {
  const about = statements.filter(
    ({ text, goal, section, kind }) =>
      !goal && section !== 'further' && kind !== 'heading' && PERFORM.test(text) && isEvent(text),
  );
  return bestOf<'termly' | 'yearly' | 'stated'>(about, [
    ['termly', ({ text }) => EVERY_TERM.test(around(text))],
    ['yearly', ({ text }) => EVERY_YEAR.test(around(text)) && !/\bopportunities\b/i.test(text)],
    ['stated', () => true],
  ]);
}

const isEvent = (text: string) =>
  AN_EVENT.test(text) &&
  (!AS_SKILL.test(text) || EVERY_TERM.test(text)) &&
  !(
    BY_OTHERS.test(text) &&
    !/\b(?:children|pupils|students|choir|class|classes|we|they|our)\b[^.]{0,30}\bperform/i.test(
      text,
    ) &&
    !/\bschool (?:performances?|concerts?|productions?)\b/i.test(text)
  );
const around = (text: string) => {
  const at = text.search(PERFORM);
  return text.slice(Math.max(0, at - 70), at + 130);
};

const OCCASION =
  '\\b(?:perform\\w*|events?|concerts?|productions?|occasions|celebrations|showcases?|venues)\\b';
const LED_BY = [
  `${OCCASION}[^.;:]{0,80}?\\b(?:such as|including|include|includes|for example|e\\.g\\.|like)\\b:?`,
  `${OCCASION}[^.;:]{0,60}?(?:\\bat\\b|:)`,
].map((lead) => new RegExp(`${lead}\\s*,?\\s*(?:the |our |a |an )?([^.;]+)`, 'i'));
const EVENT =
  /\b(?:(?:[A-Z][\w'’]+|KS\d|Year \d|annual|whole[- ]school|end[- ]of[- ](?:year|term)|infant|junior|summer|spring|winter|christmas|easter|harvest|carol|leavers['’]?|talent|music|class|year \d|school) (?:and )?){0,3}(?:concerts?|productions?|nativit(?:y|ies)(?: plays?| performances?)?|carol services?|carol concerts?|showcases?|talent shows?|festivals?|music festivals?|leavers['’]? assembl(?:y|ies)|pantomimes?|harvest (?:festival|services?|celebrations?)|open mic (?:nights?|events?)|battle of the bands|recitals?|soir[eé]es?|christingle services?)\b|\b(?:christmas|summer|spring|easter|end[- ]of[- ]year|year \d|school|talent|variety) shows?\b|\b(?:school|KS\d|end[- ]of[- ]year|summer|christmas|Year \d) musicals?\b|\bYoung Voices\b/gi;
const ANY_EVENT =
  /events?|festival|assembl|panto|harvest|open mic|battle|soir|christingle|musical|voices|service|celebration|occasion|venue/i;
const NO_PERFORMANCE =
  /\b(?:watch\w*|visit(?:s|ed|ing)?|trips?|attend\w*|professional|theatre|see)\b/i;
const LEFT =
  /^(?:and|the|our|a|an|at|in|for|various|local|annual|their|its|such as|as|of|to|like|including|e\.g\.?|any|all|each|every|from|through|on|these)\s+/i;
const MOST_WORDS = 8;

/** What pupils perform at, as the school calls it. */
export function readPerformanceEvents(statements: readonly Statement[]): FieldReading<string[]> {
  const found = statements.flatMap((statement): FoundIn<string>[] => {
    const { text, goal, section, kind } = statement;
    if (goal || section === 'further' || kind === 'heading' || section === 'overview') return [];
    if (!PERFORM.test(text) && !ANY_EVENT.test(text)) return [];
    if (NO_PERFORMANCE.test(text) && !/\bperform/i.test(text)) return [];
    const listed = LED_BY.map((lead) => lead.exec(text)?.[1]).find(Boolean);
    const names =
      listed && /,/.test(listed) && PERFORM.test(text) ? listOfEvents(listed) : eventsIn(text);
    return names.map((value) => ({ value, statement }));
  });
  const seen = new Set<string>();
  return listOf(
    found.filter(({ value }) => {
      const key = plainText(value).replace(/s$/, '');
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    }),
  );
}

function listOfEvents(text: string): string[] {
  return text
    .split(/\s*(?:,|\/|\band\b(?= (?:[A-Z]|the |our |an? |at |school |end |class |music ))|;)\s*/)
    .map(bareName)
    .filter(
      (name) => name.length > 2 && name.split(' ').length <= MOST_WORDS && /\p{L}{3}/u.test(name),
    );
}

const eventsIn = (text: string): string[] =>
  [...text.matchAll(EVENT)]
    .map(([name]) => bareName(name))
    .filter((name) => name.includes(' ') || /^nativit/i.test(name));

function bareName(text: string): string {
  let name = oneLine(text).replace(/[\s.:)]+$/, '');
  for (let last = ''; last !== name;) {
    last = name;
    name = name.replace(LEFT, '');
  }
  return name.replace(/\s+(?:and|etc|where|which|to which|as well as)\b.*$/i, '');
}

const LIVE =
  /\blive (?:music|performances?|concerts?|musicians|theatre)\b|\b(?:visits?|trips?|trip|go|going|taken|attend\w*|see|take\w*|took|watch|watching|opportunit\w+ to (?:see|hear|watch|attend))\b[^.]{0,60}\b(?:concerts?|orchestra|opera|musicals?|theatre|pantomimes?|philharmonic|symphony|professional (?:musicians|performances?)|ballet)\b|\b(?:visiting|professional|guest) (?:musicians?|performers?|orchestras?|ensembles?|artists|bands?)\b|\b(?:musicians|orchestra|quartet|quintet|ensemble|band) from [^.]{0,50}\bperform\w*|\b(?:concerts?|performances?) (?:by|from|given by) (?:\w+ ){0,4}(?:musicians|orchestra|professional|music (?:service|hub|teachers)|quartet|ensemble|band|tutors|students from)\b|\b(?:musicians|orchestra|ensembles?|theatre groups?) (?:visit|come|perform)\w*\b[^.]{0,30}\b(?:school|us|children|pupils)\b/i;

/** Live music that pupils hear. */
export function readLiveMusic(statements: readonly Statement[]): FieldReading<'yearly' | 'stated'> {
  const about = statements.filter(
    ({ text, goal, section, kind }) =>
      !goal &&
      section !== 'further' &&
      section !== 'overview' &&
      kind !== 'heading' &&
      LIVE.test(text) &&
      !/\blive (?:music )?lessons?\b/i.test(text),
  );
  return bestOf<'yearly' | 'stated'>(about, [
    [
      'yearly',
      ({ text }) => EVERY_YEAR.test(near(text, LIVE)) || EVERY_TERM.test(near(text, LIVE)),
    ],
    ['stated', () => true],
  ]);
}
