import { setTimeout as sleep } from 'node:timers/promises';
import { OperatorError } from './operator-error';

const patience = 60_000;

/** Waits until the API says that it is ready. @throws OperatorError with its last answer. */
export async function untilItServes(address: string): Promise<void> {
  const url = `${address}/api/health/ready`;
  const deadline = Date.now() + patience;
  let last = 'no answer';
  while (Date.now() < deadline) {
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(5_000) });
      if (response.ok) return;
      last = `${response.status} ${await response.text()}`;
    } catch (error) {
      last = (error as Error).message;
    }
    await sleep(100);
  }
  throw new OperatorError(`The API was not ready after ${patience / 1000} seconds (${last}).`);
}
