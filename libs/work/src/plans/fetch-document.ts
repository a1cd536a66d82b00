import { isOnOwnWebsite, LIMITS } from '@tracker/domain';
import { UnreadableFileError } from '@tracker/files';
import { fetchBounded, type FetchLimits, INTERNET } from '../fetching';

/**
 * Gets what an address on a school's own website holds (rule 21). Every host it is led to is that
 * website or below it.
 *
 * @param website the school's, as the register has it
 * @throws UnreadableFileError with a sentence for the person who captured it
 */
export async function fetchDocument(
  address: string,
  website: string | null,
  { network = INTERNET, seconds = 15, bytes = LIMITS.plan.bytes }: FetchLimits = {},
): Promise<Buffer> {
  if (!isOnOwnWebsite(address, website)) {
    throw new UnreadableFileError('The address is not on the school’s own website.');
  }
  return fetchBounded(new URL(address), {
    ...{ network, seconds, bytes, what: 'document', ifPacked: 'Save it, and send the file.' },
    refuse: (url) =>
      isOnOwnWebsite(url.href, website)
        ? null
        : `The address leads on to “${url.host.slice(0, 100)}”, which is not the school’s own website.`,
  });
}
