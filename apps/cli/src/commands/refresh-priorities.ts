import { plural } from '@tracker/domain';
import { markAllStale, withDatabase } from '@tracker/data';
import { refreshPriorityScores } from '@tracker/work';
import { todayOf } from '@tracker/process';
import { withServices } from '@tracker/embedded';
import type { Command } from 'commander';

export function registerRefreshPriorities(program: Command): void {
  program
    .command('refresh-priorities')
    .description('Rank every school anew, as the nightly job does.')
    .action(() =>
      withServices(({ databaseUrl, ...env }) =>
        withDatabase(databaseUrl, async (dataSource) => {
          await dataSource.transaction((manager) => markAllStale(manager));
          const { schools, changed } = await refreshPriorityScores(dataSource, todayOf(env));
          console.log(`Ranked ${plural(schools, 'school')}; ${changed} changed.`);
        }),
      ),
    );
}
