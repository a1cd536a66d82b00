import { firstOf, listOf, type FoundIn } from './collect';
import { notStated, type FieldReading } from './document-to-read';
import type { PlanWords } from './plan-words';
import type { Statement } from './statements';

export type LessonCharging = 'free' | 'charged' | 'charged_with_help';

const LESSONS =
  /\b(?:instrumental|instrument|vocal|peripatetic|individual|one[ -]to[ -]one|1[:-]1|small[- ]group|private|paired|shared|paid|singing|piano|guitar|violin|drum(?: kit)?|keyboard|ukulele|woodwind|brass|string|flute|clarinet|trumpet|cello|saxophone|rock ?(?:and pop )?band|in-school band|band)(?:[\s/&,-]+(?!into\b|our\b|the\b|for\b|in\b|to\b|of\b|with\b|by\b|from\b|are\b|is\b|during\b|class\b|skills?\b)\w+){0,4}?[\s/&,-]+(?:lessons?|tuition|tutors?)\b|\b(?:instrumental|peripatetic|vocal)(?: (?:and|or|&|\/) (?:vocal|instrumental))? (?:music )?teach(?:ing|ers?)\b|\b(?:lessons?|tuition)\b[^.;]{0,40}\b(?:on|in|across|for|range of)\b[^.;]{0,40}\b(?:instruments?|voice)\b|\b(?:lessons|tuition) (?:from|with|by) (?:\w+ ){0,2}(?:visiting|peripatetic|specialist)\b|\bperipatetic (?:music )?(?:teachers?|tutors?|staff|lessons?)\b|\bvisiting (?:instrumental |music |specialist )+(?:teachers?|tutors?)\b|\b(?:music )?(?:lessons|tuition) (?:are|is) (?:also )?(?:available|offered|provided)\b|\blearn (?:to play )?an instrument\b[^.]{0,50}\b(?:tutor|teacher|lessons?|tuition)/i;
const WHOLE_CLASS =
  /\b(whole[- ]class|first access|WCET|wider opportunities|curriculum (?:music )?lessons?|class lessons?)\b/i;
const NOT_OFFERED =
  /\b(do not|does not|don't|doesn't|not|no longer|cannot|unable to)\b(?: \w+){0,2} (?:currently )?(?:offer|provide|have|available|run)\w*/i;
const OFFERING =
  /\b(offer\w*|availab\w+|access|provid\w+|opportunit\w+|can|may|able to|receiv\w+|have|has|takes?|taught|deliver\w+|learn\w*|pay|paid|charged?|lessons in|tuition in|tuition on|visit\w*|include|runs?|led|teach)\b/i;

/** Statements about lessons one by one or in small groups. */
export function lessonStatements(statements: readonly Statement[], words: PlanWords): Statement[] {
  return statements.filter(
    ({ text, goal, section }) =>
      !goal &&
      section !== 'further' &&
      section !== 'overview' &&
      !WHOLE_CLASS.test(text) &&
      (LESSONS.test(text) || (section !== 'partA' && isOnInstruments(text, words))),
  );
}

/** "Lessons in school on guitar and keyboard", and not what a whole year learns. */
function isOnInstruments(text: string, words: PlanWords): boolean {
  const on = /\b(?:lessons|tuition)\b[^.;]{0,30}\b(?:on|in|for|including)\b/i.exec(text);
  if (
    !on ||
    /\b(?:years? \d|class(?:es)?|all (?:children|pupils))\b/i.test(text.slice(0, on.index))
  )
    return false;
  return words.instruments(text.slice(on.index)).length > 0;
}

export function readLessonsOffered(lessons: readonly Statement[]): FieldReading<boolean> {
  const denied = lessons.filter(({ text }) => NOT_OFFERED.test(text));
  const said = lessons.filter(
    ({ text, kind, section }) =>
      !NOT_OFFERED.test(text) &&
      kind !== 'heading' &&
      (OFFERING.test(text) || kind === 'item' || kind === 'cell' || section === 'partB'),
  );
  if (said.length > 0) return firstOf(said.map((statement) => ({ value: true, statement })));
  return firstOf(denied.map((statement) => ({ value: false, statement })));
}

const UNDER_LESSONS = /\b(lessons?|tuition|peripatetic|instrumental)\b/i;
const CLUBS =
  /\b(clubs?|choirs?|orchestras?|ensembles?|bands?|whole[- ]class|first access|concerts?|assembl\w+)\b/i;
const VOICE = /\b(voice|vocal (?:lessons|tuition)|singing (?:lessons|tuition|teacher)|vocals)\b/i;

/** What can be learnt in these lessons: named in the sentence, or in the list it leads to. */
export function readLessonInstruments(
  statements: readonly Statement[],
  lessons: readonly Statement[],
  words: PlanWords,
): FieldReading<string[]> {
  const told = new Set(lessons);
  const found = statements.flatMap((statement, i): FoundIn<string>[] => {
    const { text, under, goal, section, kind } = statement;
    const listed =
      (kind === 'item' || kind === 'cell') && LESSONS.test(under) && UNDER_LESSONS.test(under);
    const before = statements[i - 1];
    const goesOn =
      before !== undefined &&
      before.block === statement.block &&
      told.has(before) &&
      /^(?:these|this|we|instruments?|children|pupils|students|they|currently|at present|tuition|lessons)\b/i.test(
        text,
      ) &&
      !CLUBS.test(text);
    if (goal || section === 'partA' || section === 'further') {
      if (!told.has(statement) || goal || section === 'further') return [];
    }
    if (!told.has(statement) && !listed && !goesOn) return [];
    if (WHOLE_CLASS.test(text) || NOT_OFFERED.test(text)) return [];
    const names = words.instruments(text);
    return [...names, ...(VOICE.test(text) ? ['voice'] : [])].map((value) => ({
      value,
      statement,
    }));
  });
  return listOf(found);
}

const FREE =
  /\b(free of charge|at no (?:extra |additional )?(?:cost|charge)|no (?:cost|charge) to|(?:lessons|tuition)[^.]{0,30}\b(?:are|is) free\b|free (?:\w+ ){0,2}(?:lessons|tuition)|fully[- ]funded|funded by the school|paid for by the school)\b/i;
const CHARGED =
  /£\s?\d|\b(charged?|charges|charging|fees?|cost(?:s|ed)?|pay|pays|paid|payable|payment|parent[- ](?:funded|paid)|invoice\w*|hire)\b/i;
const HELP =
  /\b(subsid\w+|remission|discount\w*|bursar\w+|reduced|concession\w*|financial (?:support|help|assistance)|support with (?:the )?(?:cost|fees|payment)|help with (?:the )?(?:cost|fees|payment)|fund(?:s|ed|ing)?|free (?:of charge )?(?:for|to)|without charge|hardship|contribut\w+|waived?)\b/i;
const HELP_FOR: [string, RegExp][] = [
  ['pupil_premium', /\b(pupil[- ]premium|PPG?\b|disadvantaged)/i],
  ['free_school_meals', /\b(free school meals?|FSM)\b/i],
  ['looked_after', /\b(looked[- ]after|LAC\b|CLA\b|children in care|in care|previously looked)/i],
  [
    'low_income',
    /\b(low(?:er)?[- ]incomes?|income support|universal credit|financial (?:hardship|difficult\w+)|families (?:in need|who (?:need|struggle)|on benefits)|means[- ]tested|hardship)\b/i,
  ],
];
const NEAR =
  /\b(lessons?|tuition|tutors?|instrumental|peripatetic|instruments?|music service|music hub)\b/i;

/** What lessons cost parents, and who is helped. */
export function readLessonCharging(
  statements: readonly Statement[],
  lessons: readonly Statement[],
): { lessonCharging: FieldReading<LessonCharging>; lessonHelpFor: FieldReading<string[]> } {
  const told = new Set(lessons);
  const about = statements.filter((statement, i) => {
    if (statement.goal || statement.section === 'further' || WHOLE_CLASS.test(statement.text))
      return false;
    if (told.has(statement)) return true;
    const before = statements
      .slice(Math.max(0, i - 3), i)
      .some((each) => told.has(each) || (each.kind === 'heading' && LESSONS.test(each.text)));
    const money =
      FREE.test(statement.text) ||
      CHARGED.test(statement.text) ||
      HELP.test(statement.text) ||
      HELP_FOR.some(([, p]) => p.test(statement.text));
    return (
      money &&
      (before ||
        (statement.section === 'partB' && NEAR.test(statement.text)) ||
        LESSONS.test(statement.under)) &&
      !/\b(concert|trip|theatre|ticket|clubs? (?:is|are)|choir (?:is|are))\b/i.test(statement.text)
    );
  });
  const pick = (test: (text: string) => boolean) => about.filter(({ text }) => test(text));
  const helpFor = about.flatMap((statement) =>
    HELP.test(statement.text) || FREE.test(statement.text) || CHARGED.test(statement.text)
      ? HELP_FOR.filter(([, pattern]) => pattern.test(statement.text)).map(([value]) => ({
          value,
          statement,
        }))
      : [],
  );
  const charged = pick((text) =>
    CHARGED.test(
      text.replace(
        /free of charge|at no (?:extra |additional )?(?:cost|charge)|without charge|no (?:cost|charge)|paid for by the school/gi,
        ' ',
      ),
    ),
  );
  const help = [...helpFor.map(({ statement }) => statement), ...pick((text) => HELP.test(text))];
  const free = pick(
    (text) => FREE.test(text) && !HELP_FOR.some(([, pattern]) => pattern.test(text)),
  );
  const value =
    help.length > 0 &&
    (charged.length > 0 ||
      helpFor.length > 0 ||
      help.some(({ text }) => /subsid|remission|discount|reduced|bursar/i.test(text)))
      ? 'charged_with_help'
      : charged.length > 0
        ? 'charged'
        : free.length > 0
          ? 'free'
          : null;
  const from = { charged_with_help: [...charged, ...help], charged, free };
  return {
    lessonCharging:
      value === null
        ? notStated()
        : firstOf([...new Set(from[value])].map((statement) => ({ value, statement }))),
    lessonHelpFor: listOf(helpFor),
  };
}
