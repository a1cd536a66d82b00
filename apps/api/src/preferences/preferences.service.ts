import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { PREFERENCE_LIMITS, type Preferences, type PreferenceValues } from '@tracker/contract';
import type { DataSource, EntityManager } from 'typeorm';
import { unacceptableField } from '../http/problem';
import { Transactions } from '../http/transactions';

const NAME = /^[\w.:-]+$/;
const { names: MOST_NAMES, nameLength, valueLength } = PREFERENCE_LIMITS;

/** What a person likes is kept with the person, and nobody else can ask for it. */
@Injectable()
export class PreferencesService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
  ) {}

  async of(userId: string, manager: EntityManager = this.dataSource.manager): Promise<Preferences> {
    const rows: { name: string; value: unknown }[] = await manager.query(
      'SELECT name, value FROM user_preferences WHERE user_id = $1 ORDER BY name',
      [userId],
    );
    return { values: Object.fromEntries(rows.map(({ name, value }) => [name, value])) };
  }

  /** @throws 422 naming the value that is too much */
  put(userId: string, values: PreferenceValues): Promise<Preferences> {
    const given = Object.entries(values);
    const kept = given.filter(([, value]) => value !== null);
    checkNames(given.map(([name]) => name));
    for (const [name, value] of kept) checkValue(name, value);
    return this.transactions.write(async (manager) => {
      // Two devices of one person take turns, so that together they stay within bounds.
      await manager.query('SELECT FROM users WHERE id = $1 FOR NO KEY UPDATE', [userId]);
      await manager.query(
        'DELETE FROM user_preferences WHERE user_id = $1 AND name = ANY ($2::text[])',
        [userId, given.map(([name]) => name)],
      );
      await manager.query(
        `INSERT INTO user_preferences (user_id, name, value)
         SELECT $1, name, value::jsonb FROM unnest($2::text[], $3::text[]) AS kept (name, value)`,
        [userId, kept.map(([name]) => name), kept.map(([, value]) => JSON.stringify(value))],
      );
      const present = await this.of(userId, manager);
      if (Object.keys(present.values).length > MOST_NAMES) throw tooMany();
      return present;
    });
  }
}

const tooMany = () =>
  unacceptableField('values', `At most ${MOST_NAMES} preferences are kept of a person.`);

function checkNames(names: readonly string[]): void {
  if (names.length > MOST_NAMES) throw tooMany();
  for (const name of names) {
    if (name.length > nameLength || !NAME.test(name)) {
      throw unacceptableField(
        'values',
        `A name has at most ${nameLength} letters, digits, dots, colons, dashes and underscores.`,
      );
    }
  }
}

function checkValue(name: string, value: unknown): void {
  const text = JSON.stringify(value);
  if (text.length > valueLength) {
    throw unacceptableField(
      `values.${name}`,
      `"${name}" has more than ${valueLength.toLocaleString('en-GB')} characters of JSON.`,
    );
  }
  // PostgreSQL's jsonb cannot hold a NUL.
  if (text.includes('\\u0000')) {
    throw unacceptableField(`values.${name}`, `"${name}" holds a character that cannot be kept.`);
  }
}
