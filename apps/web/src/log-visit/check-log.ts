import { isDay, outcomeProblems, validateAnswers } from '@tracker/domain';
import { type LogStep, type LogTyped, outcomeOf } from '../on-device/device-log';
import { today } from '../providers/today';
import type { LogScene } from '../on-device/pack';

/** Sentences by path of the input. */
export type LogErrors = Record<string, string>;

const LONGEST: Partial<Record<keyof LogTyped, number>> = {
  metWith: 500,
  summary: 20_000,
  strengths: 5_000,
  needs: 5_000,
  engagementReason: 2_000,
};
const NO_DATE = 'This is not a date we understand. Write it like 3/12/24 or 3 Dec 2024.';

/**
 * What is missing or not right, by the server's own rules where they are about more than the form.
 * Whether people, tags and accounts are still there is the server's to say.
 */
export function checkLog(typed: LogTyped, { place, staff, tags }: LogScene): LogErrors {
  const errors: LogErrors = {};
  const { school, phases, contacts } = place;
  if (!isDay(typed.visitedOn)) errors.visitedOn = typed.visitedOn ? NO_DATE : 'Please give a date.';
  const outcome = outcomeOf(typed);
  const { followUpVisit } = outcome;
  const next = followUpVisit?.scheduledOn;
  if (next && !isDay(next)) errors['followUpVisit.scheduledOn'] = NO_DATE;
  for (const { field, message } of outcomeProblems(
    { ...outcome, followUpVisit: next && !isDay(next) ? null : followUpVisit },
    {
      today: today(),
      school: { name: school.name, closed: school.status === 'closed' },
      contactIds: new Set([
        ...contacts.map(({ id }) => id),
        ...typed.people.map((p) => p.contactId),
      ]),
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
  for (const [field, most] of Object.entries(LONGEST)) {
    const text = typed[field as keyof LogTyped];
    if (typeof text === 'string' && text.length > most) {
      errors[field] =
        `At most ${most.toLocaleString('en-GB')} characters are kept. Please shorten it.`;
    }
  }
  typed.people.forEach(({ contactId, email }, i) => {
    if (!contactId && email.trim() && !/^\S+@\S+\.\S+$/.test(email.trim())) {
      errors[`peopleMet.${i}.email`] = 'That does not look like an e-mail address.';
    }
  });
  typed.actions.forEach(({ title, dueOn }, i) => {
    if (!title.trim()) {
      errors[`actions.${i}.title`] = 'Please say what is to be done, or remove the action.';
    }
    if (dueOn && !isDay(dueOn)) errors[`actions.${i}.dueOn`] = NO_DATE;
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

const STEP_OF: readonly [prefix: string, step: LogStep][] = [
  ['visitedOn', 'who'],
  ['kind', 'who'],
  ['peopleMet', 'who'],
  ['metWith', 'who'],
  ['survey', 'survey'],
  ['actions', 'actions'],
  ['followUpVisit', 'next'],
];

/** Where an input stands; what has no place of its own is said at the check. */
export function stepOf(field: string): LogStep {
  const known = STEP_OF.find(([prefix]) => field.startsWith(prefix));
  if (known) return known[1];
  return /^(summary|strength|need|engagement)/.test(field) ? 'found' : 'check';
}

export function errorsOfStep(errors: LogErrors, step: LogStep): LogErrors {
  return Object.fromEntries(Object.entries(errors).filter(([field]) => stepOf(field) === step));
}
