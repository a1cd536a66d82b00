import { OperatorError } from '@tracker/process';
import { createDataSource } from './data-source';
import type { DataSource } from 'typeorm';

/**
 * Runs work on a connected database and disconnects after it.
 *
 * @throws OperatorError that names the server when it does not answer.
 */
export async function withDatabase<T>(
  url: string,
  work: (dataSource: DataSource) => Promise<T>,
): Promise<T> {
  const dataSource = createDataSource(url, 4, { kind: 'command', source: process.argv[2] });
  try {
    await dataSource.initialize();
  } catch (error) {
    const { host, pathname } = new URL(url);
    const reason = (error as AggregateError).errors?.[0]?.message ?? (error as Error).message;
    throw new OperatorError(
      `PostgreSQL at ${host}${pathname} cannot be used (${reason}). Check DATABASE_URL and that the server runs.`,
      { cause: error },
    );
  }
  try {
    return await work(dataSource);
  } finally {
    await dataSource.destroy();
  }
}
