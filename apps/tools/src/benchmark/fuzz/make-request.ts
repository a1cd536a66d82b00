import type { Random } from '../../demo/random';
import type { ApiDocument, Operation, Parameter } from './document';
import { type Headers, spoilHeaders } from './headers';
import { HOSTILE_NAMES, hostileText } from './hostile';
import type { KnownRecords } from './known-records';
import { makeMultipart } from './multipart';
import { type Making, makeValue } from './values';

/** A request as it goes out; who sends it is not yet in it. */
export interface FuzzedRequest {
  /** The address as the API's description writes it. */
  path: string;
  method: string;
  /** Path and query string. */
  url: string;
  headers: Headers;
  body?: Buffer;
}

export interface Source {
  random: Random;
  document: ApiDocument;
  operations: readonly Operation[];
  known: KnownRecords;
}

/** The next request: some as they should be, most with a few things wrong, some with many. */
export function makeRequest(
  { random, document, operations, known }: Source,
  cookie: string | null,
): FuzzedRequest {
  const operation = random.pick(operations);
  const hostility = random.weighted([
    [0, 3],
    [0.1, 5],
    [0.45, 2],
  ]);
  const id = known.idAt(operation.path, random);
  const making: Making = { random, document, known, hostility, ...(id ? { id } : {}) };
  const headers: Headers = cookie ? { cookie } : {};
  const body = makeBody(making, operation, headers);
  spoilHeaders(random, headers, hostility / 3);
  const odd = random.chance(hostility / 8);
  return {
    path: operation.path,
    method: odd ? random.pick(['PATCH', 'HEAD', 'OPTIONS', 'TRACE', 'DELETE']) : operation.method,
    url: `${makePath(making, operation)}${makeQuery(making, operation)}`,
    headers,
    ...(body ? { body } : {}),
  };
}

function makePath({ random, hostility, id }: Making, { path }: Operation): string {
  const filled = path.replace(/\{\w+\}/g, () =>
    random.chance(hostility) ? encode(hostileText(random).slice(0, 400)) : (id ?? random.uuid()),
  );
  if (!random.chance(hostility / 6)) return filled;
  return random.pick([
    `${filled}/`,
    `/${filled}`,
    `${filled}/..%2f..`,
    `${filled}%00`,
    `${filled}%`,
    `${filled}%ff`,
    `${filled};a=b`,
    filled.toUpperCase(),
    `${filled}/${'x'.repeat(3_000)}`,
  ]);
}

function makeQuery(making: Making, { parameters }: Operation): string {
  const { random, hostility } = making;
  const pairs = parameters
    .filter((parameter) => parameter.in === 'query' && random.chance(0.6))
    .map((parameter) => `${parameter.name}=${encode(makeParameter(making, parameter))}`);
  if (random.chance(hostility) && pairs.length > 0) pairs.push(random.pick(pairs));
  if (random.chance(hostility / 2)) {
    pairs.push(
      `${encode(random.pick(HOSTILE_NAMES))}=${encode(hostileText(random).slice(0, 500))}`,
    );
  }
  if (random.chance(hostility / 4)) {
    pairs.push(
      random.pick(['filter[id]=1', 'filter%5B%5D=', '&&==', 'range', 'sort=%', '%ff=%ff']),
    );
  }
  return pairs.length > 0 ? `?${pairs.join('&')}` : '';
}

function makeParameter(making: Making, { name, schema = {}, content }: Parameter): string {
  const { random, hostility } = making;
  if (name === 'range' && !random.chance(hostility)) {
    return random.pick([
      '[0,24]',
      '[0,0]',
      '[10,999]',
      '[5000,5010]',
      '[1,0]',
      '[-1,5]',
      '[0,1e9]',
    ]);
  }
  const json = content?.['application/json']?.schema;
  const value = makeValue(making, name, json ?? schema);
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}

/** A lone surrogate cannot be written in an address; what stands in its place can. */
const encode = (text: string) => encodeURIComponent(Buffer.from(text).toString());

function makeBody(making: Making, operation: Operation, headers: Headers): Buffer | undefined {
  const { random, hostility } = making;
  if (!operation.body) return random.chance(hostility / 4) ? Buffer.from('{"a":1}') : undefined;
  const value = makeValue(making, 'body', operation.body.schema);
  if (operation.body.type === 'multipart/form-data') {
    const fields = typeof value === 'object' ? ((value ?? {}) as Record<string, unknown>) : {};
    const { type, body } = makeMultipart(random, fields, hostility);
    headers['content-type'] = type;
    return body;
  }
  headers['content-type'] = operation.body.type;
  const text = JSON.stringify(value) ?? '';
  return random.chance(hostility / 5) ? random.pick(BROKEN)(text) : Buffer.from(text);
}

const DEEP = 20_000;

/** Bodies that are no JSON, or JSON that nobody should send. */
const BROKEN: readonly ((text: string) => Buffer)[] = [
  (text) => Buffer.from(text.slice(0, -1)),
  (text) => Buffer.from(`\ufeff${text}`),
  (text) => Buffer.from(text, 'utf16le'),
  (text) => Buffer.concat([Buffer.from(text.slice(0, -2)), Buffer.from([0xff, 0xc0, 0x80])]),
  (text) => Buffer.from(`${text}${text}`),
  (text) => Buffer.from(text.replace('{', '{"__proto__":{"role":"admin"},')),
  (text) => Buffer.from(text.replace('{', '{"constructor":{"prototype":{"a":1}},')),
  () => Buffer.from('['.repeat(DEEP) + ']'.repeat(DEEP)),
  () => Buffer.from('{"name":'.repeat(DEEP) + '1' + '}'.repeat(DEEP)),
  () => Buffer.from(`{"name":"${'x'.repeat(1_100_000)}"}`),
  () => Buffer.from('{"version":1e999999}'),
  () => Buffer.alloc(0),
  () => Buffer.from('null'),
  () => Buffer.from('"text"'),
  () => Buffer.from('\0'),
];
