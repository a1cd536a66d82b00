import type { DataSource } from 'typeorm';
import { Random } from '../../demo/random';
import { type ApiDocument, readOperations } from './document';
import { type Fault, faultsOf } from './faults';
import { KnownRecords } from './known-records';
import { type FuzzedRequest, makeRequest } from './make-request';
import { CALLERS, People } from '../people';
import { type Answer, Sender } from './send';

export interface FuzzTarget {
  /** `http://127.0.0.1:3000`; it must believe this machine about `X-Forwarded-For`. */
  origin: string;
  /** Its database, for accounts to sign in with. */
  dataSource: DataSource;
  /** Its day, `YYYY-MM-DD`. */
  today: string;
}

export interface FoundFault {
  fault: Fault;
  why: string;
  role: string;
  request: FuzzedRequest;
  answer: Answer;
}

export interface FuzzReport {
  requests: number;
  operations: number;
  /** `2xx` -> how many. */
  answers: Record<string, number>;
  found: FoundFault[];
}

const IN_FLIGHT = 8;
/** After so many requests the records are looked at again: versions have moved on. */
const ROUND = 500;

/**
 * Sends requests made up from the API's own description and judges every answer.
 *
 * @param seed the same gives the same requests, as far as the records are the same
 */
export async function fuzz(target: FuzzTarget, count: number, seed: string): Promise<FuzzReport> {
  const sender = new Sender(target.origin);
  const people = new People(target.dataSource);
  const get = async (url: string): Promise<unknown> => {
    const { cookie } = await people.of('admin');
    const { status, text } = await sender.send({
      method: 'GET',
      path: url,
      url,
      headers: { cookie },
    });
    return status === 200 ? JSON.parse(text) : null;
  };
  const document = (await get('/api/docs-json')) as ApiDocument;
  const operations = readOperations(document);
  const known = new KnownRecords(target.today);
  const source = { random: new Random(seed), document, operations, known };
  const tables = await tableNames(target.dataSource, document);
  const report: FuzzReport = { requests: 0, operations: operations.length, answers: {}, found: [] };

  const one = async (): Promise<void> => {
    const { random } = source;
    const role = random.pick(CALLERS);
    const person = role && (await people.of(role));
    const request = makeRequest(source, person ? person.cookie : null);
    // Each from an address of its own, as a proxy says it: guessing is slowed down by address.
    request.headers['x-forwarded-for'] ??= `10.${random.int(0, 255)}.${random.int(0, 255)}.7`;
    const answer = await sender.send(request);
    report.requests += 1;
    const kind = answer.status === 0 ? 'none' : `${Math.floor(answer.status / 100)}xx`;
    report.answers[kind] = (report.answers[kind] ?? 0) + 1;
    for (const { fault, why } of faultsOf(answer, request.method, tables)) {
      report.found.push({ fault, why, role: role ?? 'nobody', request, answer });
    }
    if (person && answer.status === 401) people.dismiss(person);
  };

  try {
    while (report.requests < count) {
      await known.lookAt(operations, get);
      let left = Math.min(ROUND, count - report.requests);
      const worker = async () => {
        while (left > 0) {
          left -= 1;
          await one();
        }
      };
      await Promise.all(Array.from({ length: IN_FLIGHT }, worker));
    }
  } finally {
    sender.close();
  }
  return report;
}

/** Names of tables that no answer tells; those that the description publishes are no secret. */
async function tableNames(dataSource: DataSource, document: ApiDocument): Promise<RegExp> {
  const published = JSON.stringify(document);
  const rows: { name: string }[] = await dataSource.query(
    `SELECT table_name AS name FROM information_schema.tables
     WHERE table_schema = 'public' AND table_name LIKE '%\\_%'`,
  );
  const names = rows.map(({ name }) => name).filter((name) => !published.includes(`"${name}"`));
  return new RegExp(`\\b(${names.join('|')})\\b`);
}

/** A fault in some lines, the request first. */
export function inWords({ fault, why, role, request, answer }: FoundFault): string {
  const { method, url, headers, body } = request;
  const shown = (text: string) => (text.length > 600 ? `${text.slice(0, 600)}…` : text);
  const others = { ...headers, cookie: undefined };
  return [
    `${fault}: ${why}; ${method} ${shown(url)} as ${role}`,
    `  headers ${shown(JSON.stringify(others))}`,
    ...(body ? [`  body ${shown(JSON.stringify(body.toString()))}`] : []),
    `  answer ${answer.status} ${shown(answer.text)}`,
  ].join('\n');
}
