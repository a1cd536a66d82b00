import { type FilterKind, MAX_PAGE, NO_REGION } from '@tracker/contract';
import type { Schema } from '@tracker/contract/shapes';
import { COUNTED_PLAN_FIELDS } from '@tracker/domain';
import type { ListSpec } from '../http/list-query';

/** The `filter` of a list, from what `readListQuery` will take. */
export function filterParameter({ filters }: ListSpec) {
  const entries = Object.entries(filters);
  // Words if the list can be searched, else whatever says more than an id.
  const [name, kind] =
    entries.find(([each]) => each === 'q') ?? entries.find(([each]) => each !== 'id') ?? [];
  const schema: Schema = {
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(entries.map(([each, of]) => [each, schemaOf(of)])),
  };
  const example = name === undefined || kind === undefined ? {} : { [name]: exampleOf(kind) };
  return {
    name: 'filter',
    required: false,
    description: `A JSON object. Filters: ${Object.keys(filters).join(', ')}. All of them must hold; an unknown one is refused with 400.`,
    content: { 'application/json': { schema, example } },
  };
}

export const RANGE_PARAMETER = {
  name: 'range',
  required: false,
  description: `First and last row as a JSON list, 0 the first; at most ${MAX_PAGE.toLocaleString('en-GB')} rows. Without it the first 25, or all that are named by their ids.`,
  schema: { type: 'string', pattern: '^\\[\\d+, ?\\d+\\]$', example: '[0,24]' },
};

/** The `sort` of a list: every value that it takes. */
export function sortParameter({ sorts }: ListSpec) {
  const values = Object.keys(sorts).flatMap((field) =>
    ['ASC', 'DESC'].map((direction) => JSON.stringify([field, direction])),
  );
  return {
    name: 'sort',
    required: false,
    description: `Field and direction as a JSON list; empty values come last. Fields: ${Object.keys(sorts).join(', ')}.`,
    schema: { type: 'string', enum: values, example: values[0] },
  };
}

const PLAN_FACT = `^(${COUNTED_PLAN_FIELDS.join('|')}):([a-z0-9]*|\\*):[^\\0]+$`;
const ID: Schema = { type: 'string', format: 'uuid' };

function schemaOf(kind: FilterKind): Schema {
  if (typeof kind !== 'string') {
    const one: Schema = { type: 'string', enum: [...kind] };
    return { anyOf: [one, { type: 'array', items: one, maxItems: 50 }] };
  }
  switch (kind) {
    case 'uuid':
      return ID;
    case 'uuids':
      return { anyOf: [ID, { type: 'array', items: ID, maxItems: MAX_PAGE }] };
    case 'regions': {
      const one: Schema = { anyOf: [ID, { type: 'string', enum: [NO_REGION] }] };
      return { anyOf: [one, { type: 'array', items: one, maxItems: MAX_PAGE }] };
    }
    case 'text':
      return { type: 'string', maxLength: 200 };
    case 'integer':
      return { type: 'integer' };
    case 'boolean':
      return { type: 'boolean' };
    case 'day':
      return { type: 'string', format: 'date' };
    case 'academicYear':
      return { type: 'string', pattern: '^\\d{4}-\\d{2}$' };
    case 'planFact':
      return { type: 'string', pattern: PLAN_FACT, maxLength: 200 };
  }
}

function exampleOf(kind: FilterKind): unknown {
  if (typeof kind !== 'string') return kind[0];
  return {
    uuid: '0b7a3c52-6e0f-4a86-8a4e-2f5f0c5d7a21',
    uuids: ['0b7a3c52-6e0f-4a86-8a4e-2f5f0c5d7a21'],
    regions: ['0b7a3c52-6e0f-4a86-8a4e-2f5f0c5d7a21'],
    text: 'mary',
    integer: 1,
    boolean: true,
    day: '2024-12-03',
    academicYear: '2024-25',
    planFact: 'hour:ks2:met',
  }[kind];
}
