import { notStated, stated, type FieldReading, type ReadingMark } from './document-to-read';
import { unique } from './plain-text';
import { passageOf, type Statement } from './statements';

/** One value and the statement it was read from. */
export interface FoundIn<Value> {
  value: Value;
  statement: Statement;
}

const warningsOf = (found: readonly { statement: Statement }[]) =>
  found.some(({ statement }) => statement.national) ? (['national_plan_list_copied'] as const) : [];

/** All that was found, each once, in the order of the document. */
export function listOf(
  found: readonly FoundIn<string>[],
  mark: ReadingMark = 'likely',
): FieldReading<string[]> {
  if (found.length === 0) return notStated();
  const statements = unique(found.map(({ statement }) => statement));
  const values = unique(found.map(({ value }) => value));
  return stated(values, mark, statements.map(passageOf), [...warningsOf(found)]);
}

/** The first that was found, with what it was read from. */
export function firstOf<Value>(
  found: readonly FoundIn<Value>[],
  mark: ReadingMark = 'likely',
): FieldReading<Value> {
  const [first] = found;
  if (!first) return notStated();
  return stated(first.value, mark, [passageOf(first.statement)], [...warningsOf([first])]);
}

/** The first pattern that matches any statement decides; what is told first has precedence over later kinds. */
export function bestOf<Value>(
  statements: readonly Statement[],
  kinds: readonly (readonly [Value, (statement: Statement) => boolean])[],
): FieldReading<Value> {
  for (const [value, holds] of kinds) {
    const statement = statements.find(holds);
    if (statement) return firstOf([{ value, statement }]);
  }
  return notStated();
}
