import { plural } from '@tracker/domain';
import { OperatorError } from '@tracker/process';
import { sql, statement, verifyAudit, withDatabase } from '@tracker/data';
import { withServices } from '@tracker/embedded';
import { InvalidArgumentError, type Command } from 'commander';
import type { DataSource } from 'typeorm';

const HAS_TRAIL = statement(
  'cli.has-audit-trail',
  () => sql<{ there: boolean }>`SELECT to_regclass('audit_seals') IS NOT NULL AS there`,
);

interface Given {
  expect?: { seq: number; hash: string };
}

/** `tracker verify-audit`: ends in 1 and says where when the trail was tampered with. */
export function registerVerifyAudit(program: Command): void {
  program
    .command('verify-audit')
    .description('Look through the audit trail for a gap or an entry that was changed.')
    .option(
      '--expect <number:hash>',
      'the number and hash that an earlier check printed: the trail must still have it',
      readExpected,
    )
    .action(({ expect }: Given) =>
      withServices(({ databaseUrl }) =>
        withDatabase(databaseUrl, async (dataSource) => {
          await requireTrail(dataSource);
          const { entries, faults, last } = await verifyAudit(dataSource, expect);
          for (const fault of faults) console.log(fault);
          if (faults.length > 0) {
            throw new OperatorError('The audit trail is not as it was written.');
          }
          console.log(`The audit trail is whole: ${plural(entries, 'entry', 'entries')}.`);
          if (last) console.log(`Its end, to be kept elsewhere: ${last.seq}:${last.hash}`);
        }),
      ),
    );
}

async function requireTrail(dataSource: DataSource): Promise<void> {
  const { there } = await HAS_TRAIL.one(dataSource);
  if (!there) {
    throw new OperatorError('This database has no audit trail yet; run the command migrate.');
  }
}

function readExpected(text: string): { seq: number; hash: string } {
  const [, seq, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(text) ?? [];
  if (seq && hash) return { seq: Number(seq), hash };
  throw new InvalidArgumentError('It is a number, a colon and a hash of 64 digits and letters.');
}
