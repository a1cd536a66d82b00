import { academicYearOf, academicYearSpan, type Day } from '@tracker/domain';
import { markAllStale } from '@tracker/data';
import { refreshPriorityScores } from '@tracker/work';
import type { DataSource } from 'typeorm';
import { BASELINE, COUNT_DIFFERENCES, CREATE_BASELINE } from './ranking-baseline.queries';

export interface RankingFigures {
  schools: number;
  /** Milliseconds of each run, in order. */
  first: { baseline: number[]; ranking: number[] };
  /** The same when everything is ranked already. */
  again: { baseline: number[]; ranking: number[] };
  /** Schools on which ranking and baseline disagree. */
  differences: number;
  /** Most memory of this process in a ranking, bytes. */
  peakRss: number;
}

/**
 * Ranks every school in turn by the job's own code and by one hand-written statement, on the same
 * data in the same minute.
 *
 * @param rounds how often, alternating
 */
export async function measureRanking(
  dataSource: DataSource,
  today: Day,
  rounds: number,
): Promise<RankingFigures> {
  await dataSource.query('DROP TABLE IF EXISTS baseline_scores');
  await dataSource.query(CREATE_BASELINE);
  const year = academicYearOf(today);
  const baseline = () =>
    timed(() => dataSource.query(BASELINE, [today, year, academicYearSpan(year).closesOn]));
  let schools = 0;
  let peakRss = 0;
  const ranking = async () => {
    await dataSource.transaction((manager) => markAllStale(manager));
    const watch = setInterval(() => {
      peakRss = Math.max(peakRss, process.memoryUsage.rss());
    }, 5);
    const took = await timed(async () => {
      ({ schools } = await refreshPriorityScores(dataSource, today));
    });
    clearInterval(watch);
    peakRss = Math.max(peakRss, process.memoryUsage.rss());
    return took;
  };
  const figures = {
    first: { baseline: [], ranking: [] },
    again: { baseline: [], ranking: [] },
  } as Pick<RankingFigures, 'first' | 'again'>;
  for (let round = 0; round < rounds; round += 1) {
    await dataSource.query('TRUNCATE priority_scores, baseline_scores');
    figures.first.baseline.push(await baseline());
    figures.first.ranking.push(await ranking());
    figures.again.baseline.push(await baseline());
    figures.again.ranking.push(await ranking());
  }
  const [{ differences } = { differences: -1 }]: { differences: number }[] =
    await dataSource.query(COUNT_DIFFERENCES);
  await dataSource.query('DROP TABLE baseline_scores');
  return { schools, ...figures, differences, peakRss };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
