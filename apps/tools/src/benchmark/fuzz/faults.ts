import type { Answer } from './send';

/** What must never happen, and how it is counted. */
export type Fault = 'failure' | 'hang' | 'leak' | 'misshapen';

/** Words of PostgreSQL, of its driver and of a stack, which no answer has. */
const LEAKS: readonly RegExp[] = [
  /\bat .*\.(js|ts):\d+/,
  /node_modules/,
  /syntax error at or near|relation ".*" does not exist|column .* does not exist/i,
  /violates .* constraint|duplicate key value|null value in column/i,
  /invalid (input syntax|byte sequence)|value too long for type|out of range for type/i,
  /QueryFailedError|TypeORM|DatabaseError|pg_catalog|could not determine data type/i,
  /\b(SELECT\s.+\sFROM|INSERT\s+INTO|DELETE\s+FROM)\s+(?!users\b)[a-z_]+\s/i,
  /ECONNREFUSED|ioredis|\bBull\b/,
];

/** What every answer carries. */
const SECURITY_HEADERS: readonly string[] = [
  'content-security-policy',
  'x-content-type-options',
  'referrer-policy',
];

/**
 * What is wrong with an answer.
 *
 * @param tables names of tables that no word of English is, for the texts of refusals
 */
export function faultsOf(
  answer: Answer,
  method: string,
  tables: RegExp,
): { fault: Fault; why: string }[] {
  const { status, headers, text, failure } = answer;
  if (failure) {
    const why = failure === 'hang' ? 'no answer in 10 s' : 'the connection was cut';
    return [{ fault: 'hang', why }];
  }
  const found: { fault: Fault; why: string }[] = [];
  if (status >= 500) found.push({ fault: 'failure', why: `${status}` });
  const leak = LEAKS.find((pattern) => pattern.test(text)) ?? (status >= 400 && tables.exec(text));
  if (leak) found.push({ fault: 'leak', why: String(leak) });
  const missing = SECURITY_HEADERS.filter((name) => !(name in headers));
  if (missing.length > 0) found.push({ fault: 'misshapen', why: `without ${missing.join(', ')}` });
  if (status >= 400 && method !== 'HEAD' && !isProblem(answer)) {
    found.push({ fault: 'misshapen', why: `${status} that is no problem details` });
  }
  return found;
}

function isProblem({ status, headers, text }: Answer): boolean {
  if (!String(headers['content-type']).startsWith('application/problem+json')) return false;
  const problem = JSON.parse(text) as Record<string, unknown>;
  return (
    problem['status'] === status &&
    typeof problem['detail'] === 'string' &&
    typeof problem['reference'] === 'string'
  );
}
