import { OperatorError } from '@tracker/process';
import { type FoundFault, fuzz, inWords } from './fuzz';
import { type HubServers, withOwnHub } from './own-hub';

/** Faults shown in full. */
const SHOWN = 25;

/**
 * Sends requests made up from the API's description to an API with the demo hub, and prints what
 * came back.
 *
 * @throws OperatorError when an answer was 500 or above, missing, misshapen or told too much
 */
export async function benchmarkFuzz(
  servers: HubServers,
  { requests, seed }: { requests: number; seed: string },
): Promise<void> {
  await withOwnHub('tracker_benchmark_fuzz', servers, async (hub) => {
    const begun = performance.now();
    console.log(`Seed: ${seed}`);
    const report = await fuzz(hub, requests, seed);
    const { found } = report;
    const seconds = (performance.now() - begun) / 1000;
    const count = (fault: string) => found.filter((one) => one.fault === fault).length;
    const answers = Object.entries(report.answers)
      .sort()
      .map(([kind, n]) => `${kind} ${n}`);
    console.log(
      `Requests: ${report.requests} at ${report.operations} operations in ${seconds.toFixed(0)} s`,
    );
    console.log(`Answers: ${answers.join(', ')}`);
    console.log(`Answers of 500 and above: ${count('failure')}`);
    console.log(`Hangs (no answer in 10 s, or none at all): ${count('hang')}`);
    console.log(`Leaks of SQL, stack or names of tables: ${count('leak')}`);
    console.log(
      `Errors that are no problem details, answers without security headers: ${count('misshapen')}`,
    );
    for (const one of differing(found).slice(0, SHOWN)) console.log(inWords(one));
    if (found.length > 0) throw new OperatorError(`${found.length} answers were wrong.`);
  });
}

/** One of each kind at each operation. */
function differing(found: readonly FoundFault[]): FoundFault[] {
  const seen = new Map(
    found.map((one) => [`${one.fault} ${one.why} ${one.request.method} ${one.request.path}`, one]),
  );
  return [...seen.values()];
}
