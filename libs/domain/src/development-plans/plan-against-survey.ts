import { formatDay } from '../day';
import { minutesOfKeyStage, type MinutesPerWeek, type WholeClassInstrument } from '../plan-reading';
import type { DatedAnswer } from '../survey/key-answers';
import { capital } from '../capital';
import { listInWords } from '../list-in-words';
import { planInWords, type PlanInForce, planValues, stagesInWords } from './plan-in-force';

/** What is known of Have Your Say, by the key of the question. */
type KnownAnswers = Readonly<Record<string, DatedAnswer>>;

const MINUTES = [
  ['eyfs', 'Early years', 'minutes_early_years'],
  ['ks1', 'Key stage 1', 'minutes_ks1'],
  ['ks2', 'Key stage 2', 'minutes_ks2'],
  ['ks3', 'Key stage 3', 'minutes_ks3'],
] as const;

/**
 * Rule 29: where a plan and the survey say different things of one fact, a sentence for each that says
 * both with their dates. Where either is silent there is none, and neither corrects the other.
 */
export function planAgainstSurvey(plan: PlanInForce, known: KnownAnswers): string[] {
  const the = planInWords(plan);
  const { minutesPerWeek, wholeClassInstrument, publishedOn, musicLead } = planValues(plan.facts);
  const say = (fact: string, ofPlan: string, ofSurvey: string, { on }: DatedAnswer): string =>
    `${fact}: ${the} ${ofPlan}, the survey of ${formatDay(on)} said ${ofSurvey}.`;
  const sentences: string[] = [];

  for (const [stage, words, key] of MINUTES) {
    const [said, stated] = [known[key], minutesOf(minutesPerWeek, stage)];
    if (typeof said?.answer !== 'number' || stated === null) continue;
    const { minutes, qualifier } = stated;
    const agree = qualifier === 'at_least' ? said.answer >= minutes : said.answer === minutes;
    const atLeast = qualifier === 'at_least' ? 'at least ' : '';
    const average = qualifier === 'average' ? ' on average' : '';
    const ofPlan = `says ${atLeast}${minutes} minutes${average}`;
    if (!agree) sentences.push(say(words, ofPlan, String(said.answer), said));
  }

  const access = known.first_access;
  const classes = wholeClassInstrument ?? [];
  if (access?.answer === false && classes.length > 0) {
    const which = classes.map(classInWords).filter(Boolean);
    const inBrackets = which.length > 0 ? ` (${listInWords(which)})` : '';
    sentences.push(say('First Access', `says yes${inBrackets}`, 'no', access));
  }
  const years = known.first_access_years;
  if (access?.answer === true && years) {
    const stated = yearsOf(classes);
    const answered = Array.isArray(years.answer) ? inOrder(years.answer) : [];
    if (stated !== null && answered.length > 0 && stated.join() !== answered.join()) {
      const ofSurvey = stagesInWords(answered);
      sentences.push(say('First Access', `says ${stagesInWords(stated)}`, ofSurvey, years));
    }
  }

  const [exists, published] = [known.smdp_exists, known.smdp_published];
  if (exists?.answer === 'no' || exists?.answer === 'in_progress') {
    const ofSurvey =
      exists.answer === 'no' ? 'that the school has none' : 'that it was being written';
    sentences.push(
      `${capital(the)} is on record, the survey of ${formatDay(exists.on)} said ${ofSurvey}.`,
    );
  } else if (published?.answer === false && publishedOn !== undefined) {
    sentences.push(say('Published', 'says that it is', 'that it is not', published));
  }

  const lead = known.music_lead_role;
  if (lead?.answer === 'nobody' && musicLead !== undefined && musicLead.length > 0) {
    sentences.push(say('Who leads music', `names ${listInWords(musicLead)}`, 'nobody', lead));
  }
  return sentences;
}

function minutesOf(entries: readonly MinutesPerWeek[] | undefined, stage: string) {
  const minutes = minutesOfKeyStage(entries ?? [], stage);
  if (minutes === null) return null;
  const qualifiers = (entries ?? []).filter((entry) => entry.minutes === minutes);
  return { minutes, qualifier: qualifiers[0]?.qualifier ?? 'exact' };
}

/** `ukulele in year 4`. */
export function classInWords({ years, instrument }: WholeClassInstrument): string {
  const where = years.length > 0 ? `in ${stagesInWords(years)}` : '';
  return [instrument, where].filter(Boolean).join(' ');
}

/** The years as the survey counts them, `later` from year 8 on; null where not every year is told. */
function yearsOf(classes: readonly WholeClassInstrument[]): string[] | null {
  const years = classes.flatMap((each) => each.years);
  if (years.length === 0 || classes.some((each) => each.years.length === 0)) return null;
  if (years.some((year) => !/^y\d+$/.test(year))) return null;
  const counted = years.map((year) => (Number(year.slice(1)) > 7 ? 'later' : year));
  return inOrder(counted);
}

/** Each once, `later` last. */
const inOrder = (years: readonly string[]): string[] =>
  [...new Set(years)].sort(
    (a, b) => Number(a === 'later') - Number(b === 'later') || (a < b ? -1 : 1),
  );
