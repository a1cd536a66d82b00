import { hostProblem } from '@tracker/domain';
import { UnreadableFileError } from '@tracker/files';
import { fetchBounded, type FetchLimits, INTERNET } from '../fetching';

const MOST_BYTES = 4 * 1024 * 1024;

/**
 * Gets a published calendar. Every host it is led to is one of the hub's.
 *
 * @throws UnreadableFileError with a sentence that does not name the address
 */
export async function fetchCalendar(
  address: string,
  hosts: readonly string[],
  { network = INTERNET, seconds = 15, bytes = MOST_BYTES }: FetchLimits = {},
): Promise<Buffer> {
  const url = new URL(address);
  const refusal = hostProblem(url, hosts);
  if (refusal !== null) throw new UnreadableFileError(refusal);
  return fetchBounded(url, {
    ...{ network, seconds, bytes, what: 'calendar', ifPacked: '' },
    refuse: (next) =>
      hostProblem(next, hosts) === null ? null : 'The address leads on to another host.',
  });
}
