import { hourState, type HourStage, minutesOfKeyStage } from '../plan-reading';
import { capital } from '../capital';
import { listInWords } from '../list-in-words';
import { classInWords } from './plan-against-survey';
import { type PlanFactOnRecord, planValues, stageInWords, stagesInWords } from './plan-in-force';

const MOST = 3;
const LONGEST_PRIORITY = 120;
const HOUR_STAGES: readonly HourStage[] = ['ks1', 'ks2', 'ks3'];
const CHARGING = {
  free: 'Instrumental lessons are free.',
  charged: 'Instrumental lessons are paid for.',
  charged_with_help: 'Instrumental lessons are paid for, and there is help with it.',
} as const;

/** What a plan states that is worth saying before a visit: at most three sentences. */
export function planFactsInShort(facts: readonly PlanFactOnRecord[]): string[] {
  const values = planValues(facts);
  const { schemes = [], wholeClassInstrument = [], lessonCharging, priorities = [] } = values;
  const classes = wholeClassInstrument.map(classInWords).filter(Boolean);
  const [wants] = priorities;
  const sentences = [
    theHour(values.minutesPerWeek ?? []),
    schemes.length > 0 &&
      `${schemes.length === 1 ? 'Scheme' : 'Schemes'}: ${listInWords(schemes)}.`,
    classes.length > 0 && `Whole classes learn: ${listInWords(classes)}.`,
    lessonCharging && CHARGING[lessonCharging],
    wants !== undefined && `Wants to do next: ${shortened(wants)}`,
  ];
  return sentences.filter((each): each is string => Boolean(each)).slice(0, MOST);
}

/** "An hour a week in key stages 1 and 2; key stage 3: 30 minutes." */
function theHour(entries: Parameters<typeof minutesOfKeyStage>[0]): string | null {
  const met = HOUR_STAGES.filter((stage) => hourState(entries, stage) === 'met');
  const short = HOUR_STAGES.filter((stage) => hourState(entries, stage) === 'not_met').map(
    (stage) => `${stageInWords(stage)}: ${minutesOfKeyStage(entries, stage)} minutes`,
  );
  const said = [...(met.length > 0 ? [`an hour a week in ${stagesInWords(met)}`] : []), ...short];
  return said.length === 0 ? null : capital(`${said.join('; ')}.`);
}

function shortened(text: string): string {
  const tidy = text.trim().replace(/[.;]+$/, '');
  return tidy.length > LONGEST_PRIORITY ? `${tidy.slice(0, LONGEST_PRIORITY - 1)}…` : `${tidy}.`;
}
