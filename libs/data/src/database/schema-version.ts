import type { DataSource } from 'typeorm';
import { OperatorError } from '@tracker/process';

/** The database was brought further than this code knows. */
export class NewerSchemaError extends OperatorError {}

interface Step {
  name: string;
  timestamp: number;
}

/** The newest migration that this code knows. */
export function newestKnown(dataSource: DataSource): Step {
  const steps = dataSource.migrations.map((migration) => {
    const name = migration.name ?? migration.constructor.name;
    // TypeORM's own rule: a name ends with its moment.
    return { name, timestamp: Number(name.slice(-13)) };
  });
  return newestOf(steps) ?? { name: 'none', timestamp: 0 };
}

/** The newest migration that the database has had; null for an empty one. */
async function newestApplied(dataSource: DataSource): Promise<Step | null> {
  const [{ made }]: [{ made: boolean }] = await dataSource.query(
    `SELECT to_regclass('migrations') IS NOT NULL AS made`,
  );
  if (!made) return null;
  const [newest]: Step[] = await dataSource.query(
    'SELECT name, timestamp FROM migrations ORDER BY timestamp DESC LIMIT 1',
  );
  return newest ?? null;
}

/**
 * Older code would write into tables whose rules it does not know.
 *
 * @throws NewerSchemaError that names both versions
 */
export async function refuseNewerSchema(dataSource: DataSource): Promise<void> {
  const applied = await newestApplied(dataSource);
  const known = newestKnown(dataSource);
  if (!applied || applied.timestamp <= known.timestamp) return;
  throw new NewerSchemaError(
    `The database belongs to a newer version of the tracker. The newest migration in it is ${applied.name}; ` +
      `the newest that this version knows is ${known.name}. ` +
      'Start the newer version, or restore a backup that was made before the update.',
  );
}

function newestOf(steps: readonly Step[]): Step | undefined {
  return steps.reduce<Step | undefined>(
    (newest, step) => (newest && newest.timestamp >= step.timestamp ? newest : step),
    undefined,
  );
}
