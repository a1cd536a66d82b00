import type { Random } from '../../demo/random';
import type { ApiDocument, Schema } from './document';
import { HOSTILE_NAMES, hostileValue } from './hostile';
import type { KnownRecords } from './known-records';

/** What values are made up from. */
export interface Making {
  random: Random;
  document: ApiDocument;
  known: KnownRecords;
  /** How likely each single value is not what is asked for, 0 to 1. */
  hostility: number;
  /** The record the address names, so that its version can be right. */
  id?: string;
}

/**
 * A value for a field, mostly as its schema asks for.
 *
 * @param name the field's name, which tells ids of schools from ids of users
 */
export function makeValue(making: Making, name: string, schema: Schema): unknown {
  const { random, hostility } = making;
  if (random.chance(hostility)) return hostileValue(random);
  return asAskedFor(making, name, resolve(making, schema));
}

function resolve({ random, document }: Making, schema: Schema): Schema {
  let found = schema;
  for (let steps = 0; steps < 10; steps += 1) {
    const choice = found.anyOf ?? found.oneOf ?? found.allOf;
    if (found.$ref)
      found = document.components?.schemas?.[found.$ref.split('/').at(-1) ?? ''] ?? {};
    else if (choice?.length) found = random.pick(choice);
    else break;
  }
  return found;
}

function asAskedFor(making: Making, name: string, schema: Schema): unknown {
  const { random, known, id } = making;
  if (name === 'version') return known.versionOf(id) ?? random.int(0, 3);
  if (schema.enum?.length) return random.pick(schema.enum);
  if (schema.properties || schema.type === 'object') return makeObject(making, schema);
  if (schema.type === 'array') {
    const length = random.weighted([
      [1, 6],
      [0, 1],
      [3, 2],
      [60, 0.2],
    ]);
    return Array.from({ length }, () => makeValue(making, name, schema.items ?? {}));
  }
  if (schema.type === 'boolean') return random.chance(0.5);
  if (schema.type === 'integer' || schema.type === 'number') {
    return random.pick([0, 1, 2, 50, 100, schema.example ?? 7]);
  }
  return makeText(making, name, schema);
}

function makeText({ random, known }: Making, name: string, schema: Schema): unknown {
  if (schema.format === 'uuid' || /(^id|Ids?)$/.test(name)) {
    return known.idFor(name, random) ?? random.uuid();
  }
  if (schema.format === 'date' || /(On|^from|^to)$/.test(name)) {
    return random.pick([known.today, '2024-12-03', '2019-07-01', '2031-01-31', '1950-06-06']);
  }
  if (schema.format === 'email') return `person${random.int(0, 5_000)}@fuzz.example`;
  return schema.example ?? random.pick(['Mill Lane', 'a', 'Ring the office first.', 'Eastmarsh']);
}

function makeObject(making: Making, { properties = {}, required = [] }: Schema): unknown {
  const { random, hostility } = making;
  const entries = Object.entries(properties).flatMap(([name, schema]): [string, unknown][] => {
    const wanted = required.includes(name) ? 1 - hostility / 2 : 0.5;
    return random.chance(wanted) ? [[name, makeValue(making, name, schema)]] : [];
  });
  if (random.chance(hostility / 2))
    entries.push([random.pick(HOSTILE_NAMES), hostileValue(random)]);
  // `__proto__` becomes a field like any other.
  return Object.fromEntries(entries);
}
