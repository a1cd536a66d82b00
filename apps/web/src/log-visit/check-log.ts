import {
  isDay,
  logLengthProblems,
  notADay,
  outcomeProblems,
  validateAnswers,
} from '@tracker/domain';
import { type LogStep, type LogTyped, outcomeOf } from '../on-device/device-log';
import { today } from '../providers/today';
import type { LogScene } from '../on-device/pack';
import { checkPeople, type LogErrors } from '../people-met/check-people';
import { STEP_WORDS } from './log-in-words';

export type { LogErrors };

/**
 * What is missing or not right, by the server's own rules where they are about more than the form.
 * Whether people, tags and accounts are still there is the server's to say.
 */
export function checkLog(typed: LogTyped, { place, staff, tags }: LogScene): LogErrors {
  const errors: LogErrors = {};
  const { school, phases, contacts } = place;
  if (!isDay(typed.visitedOn)) {
    errors.visitedOn = typed.visitedOn ? notADay(today()) : 'Please give a date.';
  }
  const contactIds = new Set([
    ...contacts.map(({ id }) => id),
    ...typed.people.map((person) => person.contactId),
  ]);
  Object.assign(errors, checkPeople(typed.people, contactIds));
  const outcome = outcomeOf(typed);
  const { followUpVisit } = outcome;
  const next = followUpVisit?.scheduledOn;
  if (next && !isDay(next)) errors['followUpVisit.scheduledOn'] = notADay(today());
  for (const { field, message } of outcomeProblems(
    { ...outcome, followUpVisit: next && !isDay(next) ? null : followUpVisit },
    {
      today: today(),
      school: { name: school.name, closed: school.status === 'closed' },
      contactIds,
      tagKinds: new Map([
        ...typed.strengthTagIds.map((id) => [id, 'strength'] as const),
        ...typed.needTagIds.map((id) => [id, 'need'] as const),
        ...tags.map(({ id, kind }) => [id, kind] as const),
      ]),
      staffIds: new Set([
        ...staff.map(({ id }) => id),
        ...typed.actions.map(({ ownerId }) => ownerId),
        typed.followUp.visitorId,
      ]),
    },
  )) {
    errors[field] ??= message;
  }
  if (!typed.summary.trim()) errors.summary = 'Please write a few words about what you found.';
  for (const { field, message } of logLengthProblems(outcome)) errors[field] = message;
  typed.actions.forEach(({ title, dueOn }, i) => {
    if (!title.trim()) {
      errors[`actions.${i}.title`] = 'Please say what is to be done, or remove the action.';
    }
    if (dueOn && !isDay(dueOn)) errors[`actions.${i}.dueOn`] = notADay(today());
  });
  if (typed.followUp.wanted && !typed.followUp.reason.trim()) {
    errors['followUpVisit.reason'] = 'Please say what the follow-up visit is for.';
  }
  if (typed.survey?.asked) {
    const { version, answers, partly } = typed.survey;
    const faults = validateAnswers(version, answers, { phases, complete: !partly });
    for (const [key, message] of Object.entries(faults)) errors[`survey.answers.${key}`] = message;
  }
  return errors;
}

/** The inputs as they stand in the form, by their paths, and the step that each stands in. */
const PLACES: readonly [path: RegExp, step: LogStep][] = [
  [/^(visitedOn|kind)/, 'who'],
  [/^(peopleMet|metWith)/, 'who'],
  [/^survey/, 'survey'],
  [/^summary/, 'found'],
  [/^strength/, 'found'],
  [/^need/, 'found'],
  [/^engagement/, 'found'],
  [/^actions/, 'actions'],
  [/^followUpVisit/, 'next'],
];
const placeOf = (field: string) => {
  const found = PLACES.findIndex(([path]) => path.test(field));
  return found < 0 ? PLACES.length : found;
};
const rowOf = (field: string) => Number(/^\w+\.(\d+)/.exec(field)?.[1] ?? -1);

/** Where an input stands; what has no place of its own is said at the check. */
export const stepOf = (field: string): LogStep => PLACES[placeOf(field)]?.[1] ?? 'check';

/** What is wrong, from the top of the form to its end. */
export function inOrder(errors: LogErrors): [field: string, sentence: string][] {
  return Object.entries(errors).sort(
    ([one], [other]) => placeOf(one) - placeOf(other) || rowOf(one) - rowOf(other),
  );
}

/** Where to look: `Actions, number 2`. */
export function placeInWords(field: string): string {
  const row = rowOf(field);
  return STEP_WORDS[stepOf(field)] + (row < 0 ? '' : `, number ${row + 1}`);
}

export function errorsOfStep(errors: LogErrors, step: LogStep): LogErrors {
  return Object.fromEntries(Object.entries(errors).filter(([field]) => stepOf(field) === step));
}
