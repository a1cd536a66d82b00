import { plural } from '@tracker/domain';
import { findWrongStandings, markAllStale, mendStandings, withDatabase } from '@tracker/data';
import { OperatorError } from '@tracker/process';
import { withServices } from '@tracker/embedded';
import type { Command } from 'commander';

const schools = (count: number) => plural(count, 'school', 'schools');

/** `tracker verify-standings`: ends in 1 and says which where a school stands otherwise than its records say. */
export function registerVerifyStandings(program: Command): void {
  program
    .command('verify-standings')
    .description(
      "Work out every school's standing anew, from its visits and actions, and compare it with what is kept.",
    )
    .option('--mend', 'write down what is right where it differs, and rank all schools again')
    .action(({ mend }: { mend?: true }) =>
      withServices(({ databaseUrl }) =>
        withDatabase(databaseUrl, (dataSource) =>
          dataSource.transaction(async (manager) => {
            const wrong = await findWrongStandings(manager);
            for (const { urn, name } of wrong) console.log(`${urn} ${name}`);
            if (wrong.length === 0) {
              console.log('Every school stands as its records say.');
              return;
            }
            if (!mend) {
              throw new OperatorError(
                `${schools(wrong.length)} not as the records say. Run it again with --mend to put that right.`,
              );
            }
            await mendStandings(manager);
            await markAllStale(manager);
            console.log(
              `Put right: ${schools(wrong.length)}. The queue is ranked anew within a minute.`,
            );
          }),
        ),
      ),
    );
}
