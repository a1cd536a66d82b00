import { ROUTES } from '@tracker/contract';
import { type ContractRoute, contractRoutes } from './support/contract-routes';
import { DescribedApi } from './support/described-api';
import { startTestApi, type TestApi } from './support/test-api';

/** A name in the document that is not its type's. */
const TYPES: Record<string, string> = { Email: 'Mail' };

let api: TestApi;
let described: DescribedApi;
const declared = contractRoutes();
beforeAll(async () => {
  api = await startTestApi();
  const head = await api.as(await api.hub.user('head'));
  described = new DescribedApi((await head.get('/api/docs-json').expect(200)).body);
}, 30_000);
afterAll(() => api.stop());

interface Schema {
  $ref?: string;
  type?: string;
  items?: Schema;
  properties?: object;
  required?: string[];
}

interface Media {
  schema?: Schema;
}

const schemaOf = (schema: Schema): Schema =>
  schema.$ref
    ? (described.document.components?.schemas?.[schema.$ref.split('/').pop() as string] as Schema)
    : schema;

const fieldsOf = (schema: Schema) =>
  Object.keys(schema.properties ?? {})
    .map((name) => (schema.required?.includes(name) ? name : `${name}?`))
    .sort();

function nameOf(schema: Schema): string {
  if (schema.type === 'array') return `${nameOf(schema.items as Schema)}[]`;
  const name = schema.$ref?.split('/').pop() ?? '';
  return TYPES[name] ?? name;
}

it('declares each route that there is', () => {
  expect([...declared.keys()].sort()).toEqual(Object.keys(ROUTES).sort());
});

it('declares of each route what it takes and answers, as the document does', () => {
  for (const [method, path, operation] of described.operations()) {
    const route = `${method.toUpperCase()} ${path}`;
    const of = declared.get(route) as ContractRoute;
    const success = Object.entries(operation.responses).find(([status]) => status.startsWith('2'));
    const { content } = success?.[1] as { content?: Record<string, Media> };
    const { schema } = content?.['application/json'] ?? {};
    if (!content) expect([route, of.answer]).toEqual([route, 'void']);
    else if (!schema) expect([route, of.answer]).toEqual([route, null]);
    else if (of.answer?.match(/^[A-Z]/))
      expect([route, of.answer]).toEqual([route, nameOf(schema)]);
    else expect([route, of.answer]).toEqual([route, fieldsOf(schemaOf(schema)).join()]);

    const sent = (operation.requestBody as { content: Record<string, Media> } | undefined)?.content;
    const body = sent?.['application/json']?.schema;
    expect([route, of.body]).toEqual([route, body ? fieldsOf(schemaOf(body)) : null]);
    const query = (operation.parameters ?? []).flatMap((one) =>
      'in' in one && one.in === 'query' ? [one.required ? one.name : `${one.name}?`] : [],
    );
    expect([route, of.query]).toEqual([route, query.sort()]);
  }
});
