import type { OpenAPIObject } from '@nestjs/swagger';
import { permissionOf } from '@tracker/contract';
import * as shapes from '@tracker/contract/shapes';
import { PROBLEM_RESPONSES, problemName, problemResponse } from './problems';

type PathItem = OpenAPIObject['paths'][string];
export type Operation = NonNullable<PathItem['get']>;
type Parameter = Exclude<NonNullable<Operation['parameters']>[number], { $ref: string }>;

export const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;
export type Method = (typeof METHODS)[number];

/** Writes that change no record: they conflict with nothing and are not remembered by their key. */
const CHANGES_NO_RECORD = /^\/api\/auth\/|\/columns$/;

const IDEMPOTENCY_KEY: Parameter = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description:
    'The same key with the same body from the same user gives the first answer again and does nothing twice.',
  schema: { type: 'string', format: 'uuid' },
};

/** Adds what holds for many routes and would be forgotten at some of them: errors, keys, ids, schemas. */
export function completeDocument(document: OpenAPIObject): OpenAPIObject {
  for (const [path, item] of Object.entries(document.paths)) {
    for (const method of METHODS) {
      const operation = item[method];
      if (operation) complete(operation, path, method);
    }
  }
  const described = Object.values(shapes).map(({ name, definition }): [string, shapes.Schema] => [
    name,
    definition,
  ]);
  document.components = {
    ...document.components,
    schemas: { ...document.components?.schemas, ...Object.fromEntries(described) },
    responses: PROBLEM_RESPONSES,
  };
  return document;
}

function complete(operation: Operation, path: string, method: Method): void {
  const open = permissionOf(method, path) === 'open';
  if (open) operation.security = [];
  const parameters = (operation.parameters ?? []) as Parameter[];
  for (const parameter of parameters) {
    if (parameter.in === 'path' && /id$/i.test(parameter.name)) {
      parameter.schema = { type: 'string', format: 'uuid' };
    }
  }
  // Keys are kept by user, so where nobody is signed in there are none.
  const remembered = method === 'post' && !open && !CHANGES_NO_RECORD.test(path);
  operation.parameters = remembered ? [...parameters, IDEMPOTENCY_KEY] : parameters;
  const { responses } = operation;
  for (const status of commonProblems(operation, path, method)) {
    responses[status] ??= { $ref: `#/components/responses/${problemName(status)}` };
  }
  // A route may say in its own words why it answers with a status; the rest is the same for all.
  for (const [status, response] of Object.entries(responses)) {
    if (Number(status) < 400 || !response || '$ref' in response || response.content) continue;
    const { description } = response;
    const problem = problemResponse(Number(status));
    responses[status] = { ...problem, description: description || problem.description };
  }
}

function commonProblems(operation: Operation, path: string, method: Method): number[] {
  if (path.startsWith('/api/health')) return [];
  const { parameters = [], requestBody } = operation;
  const writes = method !== 'get';
  const when: Record<number, boolean> = {
    400: parameters.length > 0 || requestBody !== undefined,
    401: true,
    403: writes,
    404: path.includes('{'),
    409: writes && !CHANGES_NO_RECORD.test(path),
    413: requestBody !== undefined,
    415: writes,
    422: requestBody !== undefined || parameters.includes(IDEMPOTENCY_KEY),
    429: true,
    500: true,
    503: true,
  };
  return Object.keys(when)
    .map(Number)
    .filter((status) => when[status]);
}
