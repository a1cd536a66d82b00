import { OperatorError } from '@tracker/process';
import { People } from './people';
import { type HubServers, withOwnHub } from './own-hub';
import { saveTogether, wrongsOf } from './savers';

/**
 * Lets many save one school of a demo hub at once, and prints who won what.
 *
 * @throws OperatorError when a version was won twice or a change was lost
 */
export async function benchmarkSavers(servers: HubServers, savers: number): Promise<void> {
  await withOwnHub('tracker_benchmark_savers', servers, async ({ origin, dataSource }) => {
    const [school]: { id: string }[] = await dataSource.query(
      `SELECT id FROM schools WHERE status = 'open' ORDER BY urn LIMIT 1`,
    );
    const people = await new People(dataSource).several('head', savers);
    const report = await saveTogether(
      `${origin}/api/schools/${school?.id}`,
      people.map(({ cookie }, n) => ({
        words: `Saver ${n + 1} was here.`,
        headers: { cookie, 'x-forwarded-for': `10.0.${n >> 8}.${n & 255}` },
      })),
    );
    const { first, last, wins, conflicts, lost } = report;
    const once = [...wins.values()].filter((times) => times === 1).length;
    console.log(`Savers: ${savers}; versions won by exactly one: ${once} of ${wins.size}`);
    console.log(`Version ${first} -> ${last} (${last - first} saves)`);
    console.log(`Changes there at the end: ${savers - lost.length} of ${savers}`);
    console.log(`Saves that came second (409) and were made again: ${conflicts}`);
    const wrongs = wrongsOf(report, savers);
    if (wrongs.length > 0) throw new OperatorError(wrongs.join(' '));
  });
}
