import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { PREFERENCE_LIMITS, type Preferences, type PreferenceValues } from '@tracker/contract';
import { sql, statement } from '@tracker/data';
import type { DataSource, EntityManager } from 'typeorm';
import { unacceptableField } from '../http/problem';
import { Transactions } from '../http/transactions';

const NAME = /^[\w.:-]+$/;
const { names: MOST_NAMES, nameLength, valueLength } = PREFERENCE_LIMITS;

const OWN = statement(
  'preferences.own',
  (userId: string) => sql<{ name: string; value: unknown }>`
  SELECT name, value FROM user_preferences WHERE user_id = ${userId} ORDER BY name`,
);

// Two devices of one person take turns, so that together they stay within bounds.
const TAKE_TURN = statement(
  'preferences.take-turn',
  (userId: string) => sql`SELECT FROM users WHERE id = ${userId} FOR NO KEY UPDATE`,
);

const DROP = statement(
  'preferences.drop',
  (userId: string, names: readonly string[]) => sql`
  DELETE FROM user_preferences WHERE user_id = ${userId} AND name = ANY (${names}::text[])`,
);

const KEEP = statement(
  'preferences.keep',
  (userId: string, names: readonly string[], values: readonly string[]) => sql`
  INSERT INTO user_preferences (user_id, name, value)
  SELECT ${userId}, name, value::jsonb
  FROM unnest(${names}::text[], ${values}::text[]) AS kept (name, value)`,
);

/** What a person likes is kept with the person, and nobody else can ask for it. */
@Injectable()
export class PreferencesService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
  ) {}

  async of(userId: string, manager: EntityManager = this.dataSource.manager): Promise<Preferences> {
    const rows = await OWN.rows(manager, userId);
    return { values: Object.fromEntries(rows.map(({ name, value }) => [name, value])) };
  }

  /** @throws 422 naming the value that is too much */
  put(userId: string, values: PreferenceValues): Promise<Preferences> {
    const given = Object.entries(values);
    const kept = given.filter(([, value]) => value !== null);
    checkNames(given.map(([name]) => name));
    for (const [name, value] of kept) checkValue(name, value);
    return this.transactions.write(async (manager) => {
      await TAKE_TURN.run(manager, userId);
      const names = given.map(([name]) => name);
      await DROP.run(manager, userId, names);
      const texts = kept.map(([, value]) => JSON.stringify(value));
      await KEEP.run(
        manager,
        userId,
        kept.map(([name]) => name),
        texts,
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
