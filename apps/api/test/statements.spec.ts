import { join } from 'node:path';
import { type AnyStatement, declaredStatements, type Sql } from '@tracker/data';
import {
  createTestDatabase,
  type RowType,
  rowTypes,
  StatementReader,
  type TestDatabase,
  type ValueKind,
} from '@tracker/testing';
// Declares every statement there is.
import '../src/app.module';
import '../../cli/src/commands';
import '../../worker/src/worker.module';

const root = join(__dirname, '../../..');

let database: TestDatabase;
let reader: StatementReader;
let types: Map<string, RowType>;

beforeAll(async () => {
  database = await createTestDatabase();
  reader = await StatementReader.open(database.url);
  types = rowTypes(
    join(root, 'libs/testing/tsconfig.json'),
    (file) => file.startsWith(root) && !/\/node_modules\/|\.spec\.ts$|\/dist\//.test(file),
  );
}, 120_000);
afterAll(async () => {
  await reader?.close();
  await database?.drop();
});

/** Stands for any argument: only the text of a statement matters, with every optional part in it. */
const anything: unknown = new Proxy(() => undefined, {
  get: (_target, name) => {
    if (name === Symbol.toPrimitive) return () => '1';
    return name === Symbol.iterator ? () => [][Symbol.iterator]() : anything;
  },
  apply: () => anything,
});

const queryOf = ({ write, sample }: AnyStatement) => {
  const args = sample ?? Array.from({ length: write.length }, () => anything);
  return (write as (...args: unknown[]) => Sql)(...args).toQuery();
};

/** Those that make the temporary tables it works on, and the tables these are made from. */
const makersOf = ({ earlier }: AnyStatement): AnyStatement[] => [
  ...new Set(earlier.flatMap((maker) => [...makersOf(maker), maker])),
];

/** What arrives of a column, by the OID of its type; see `setTypeParser` in database/data-source.ts. */
const KINDS: Record<number, readonly ValueKind[]> = {
  16: ['boolean'],
  ...Object.fromEntries([20, 21, 23, 700, 701, 1700].map((oid) => [oid, ['number']])),
  ...Object.fromEntries([19, 25, 1042, 1043, 1082, 1083, 2950].map((oid) => [oid, ['string']])),
  // Written out as text where it goes into an answer.
  1114: ['date', 'string'],
  1184: ['date', 'string'],
  114: ['object', 'list', 'string', 'number', 'boolean'],
  3802: ['object', 'list', 'string', 'number', 'boolean'],
  17: ['object'],
  // What a function without a result gives.
  2278: ['string'],
};
const LISTS = new Set([
  1000, 1005, 1007, 1009, 1015, 1016, 1022, 1115, 1182, 1185, 2951, 199, 3807,
]);

function faultsOf(row: NonNullable<RowType>, columns: { name: string; dataTypeID: number }[]) {
  const given = new Map(columns.map(({ name, dataTypeID }) => [name, dataTypeID]));
  const missing = [...row].flatMap(([name, { optional }]) =>
    given.has(name) || optional ? [] : [`no column for ${name}`],
  );
  const wrong = columns.flatMap(({ name, dataTypeID }) => {
    const declared = row.get(name);
    if (!declared) return [`a column ${name} that the row has not`];
    const allowed = LISTS.has(dataTypeID) ? ['list'] : KINDS[dataTypeID];
    if (!allowed) return [`${name} is of a type without a kind: ${dataTypeID}`];
    const kinds = [...declared.kinds].filter((kind) => kind !== 'null');
    return kinds.some((kind) => allowed.includes(kind))
      ? []
      : [`${name} is ${allowed.join(' or ')}, declared ${kinds.join(' or ')}`];
  });
  return [...missing, ...wrong];
}

it('knows every statement that is declared', () => {
  const names = declaredStatements().map(({ name }) => name);
  expect(names.length).toBeGreaterThan(5);
  expect([...types.keys()].sort()).toEqual([...names].sort());
});

it('prepares each against the schema, and its columns are those of its rows', async () => {
  const faults: string[] = [];
  for (const statement of declaredStatements()) {
    try {
      const columns = await reader.columnsOf(
        queryOf(statement).text,
        makersOf(statement).map(queryOf),
      );
      const row = types.get(statement.name);
      if (!row) continue;
      faults.push(...faultsOf(row, columns).map((fault) => `${statement.name}: ${fault}`));
    } catch (error) {
      faults.push(`${statement.name}: ${String(error)}`);
    }
  }
  expect(faults).toEqual([]);
}, 60_000);
