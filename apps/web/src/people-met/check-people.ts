import { isEmailAddress, logLengthProblems, peopleProblems } from '@tracker/domain';
import { type PersonTyped, personOf } from '../on-device/device-log';

/** Sentences by path of the input. */
export type LogErrors = Record<string, string>;

/**
 * What is wrong with the people met: by the rules of a log, and with their addresses.
 *
 * @param contactIds of the school
 */
export function checkPeople(
  people: readonly PersonTyped[],
  contactIds: ReadonlySet<string>,
): LogErrors {
  const peopleMet = people.map(personOf);
  const problems = [...peopleProblems(peopleMet, contactIds), ...logLengthProblems({ peopleMet })];
  const errors: LogErrors = Object.fromEntries(
    problems.map(({ field, message }) => [field, message]),
  );
  people.forEach(({ contactId, email }, i) => {
    if (!contactId && email.trim() && !isEmailAddress(email)) {
      errors[`peopleMet.${i}.email`] ??= 'That does not look like an email address.';
    }
  });
  return errors;
}
