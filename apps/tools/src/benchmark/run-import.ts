import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Contact, Import, QueueEntry, Readiness } from '@tracker/contract';
import { OperatorError } from '@tracker/process';

/** A running tracker, as somebody who may import is signed in to it. */
export interface RunningTracker {
  /** `http://127.0.0.1:3000` */
  url: string;
  email: string;
  password: string;
}

/**
 * Imports a register file through a running tracker, as the web does, and waits until every school of
 * it is ranked; then changes one school's contact and waits until the queue shows it.
 */
export async function benchmarkImport(tracker: RunningTracker, file: string): Promise<void> {
  const call = await signIn(tracker);
  const before = Number((await call('GET', 'priority-queue?range=[0,0]')).total);
  const start = performance.now();
  const form = new FormData();
  form.set('kind', 'schools');
  form.set('file', new Blob([new Uint8Array(await readFile(file))]), basename(file));
  const { body: queued } = await call<Import>('POST', 'imports', form);
  const done = await until(async () => {
    const { body } = await call<Import>('GET', `imports/${queued.id}`);
    return body.status === 'queued' || body.status === 'running' ? null : body;
  });
  if (done.status !== 'done') throw new OperatorError(`The import failed: ${done.message}`);
  const imported = performance.now() - start;
  await until(async () =>
    (await call<Readiness>('GET', 'health/ready')).body.queue.waiting === 0 ? true : null,
  );
  const ranked = performance.now() - start;
  const after = Number((await call('GET', 'priority-queue?range=[0,0]')).total);
  console.log(
    `${basename(file)}: ${done.created} created, ${done.updated} updated, ${done.unchanged} unchanged, ` +
      `${done.closed} closed, ${done.rejected} rejected; schools ranked ${before} -> ${after}`,
  );
  console.log(`Imported after ${imported.toFixed(0)} ms, ranked after ${ranked.toFixed(0)} ms.`);
  await timeOneSchool(call);
}

export type Call = Awaited<ReturnType<typeof signIn>>;

async function timeOneSchool(call: Call): Promise<void> {
  const { body: entries } = await call<QueueEntry[]>('GET', 'priority-queue?range=[0,999]');
  const entry = entries.find((one) => pointsOfLead(one) > 0);
  if (!entry) {
    console.log('No ranked school is without a music lead, so one school was not timed.');
    return;
  }
  const start = performance.now();
  const { body: contact } = await call<Contact>('POST', 'contacts', {
    schoolId: entry.schoolId,
    name: 'Benchmark contact',
    role: 'music_lead',
  });
  await until(async () => {
    const { body } = await call<QueueEntry>('GET', `priority-queue/${entry.schoolId}`);
    return pointsOfLead(body) === 0 ? true : null;
  });
  console.log(
    `One school's new rank was in the queue ${(performance.now() - start).toFixed(0)} ms after the save.`,
  );
  await call('DELETE', `contacts/${contact.id}`);
}

const pointsOfLead = ({ factors }: QueueEntry): number =>
  factors.find((factor) => factor.key === 'no_music_lead')?.points ?? 0;

async function until<T>(ask: () => Promise<T | null>): Promise<T> {
  for (let tries = 0; tries < 3_000; tries += 1) {
    const answer = await ask();
    if (answer !== null) return answer;
    await sleep(20);
  }
  throw new OperatorError('The tracker did not finish within a minute.');
}

/** @returns how to call the tracker as that user */
export async function signIn({ url, email, password }: RunningTracker) {
  const send = (path: string, init: RequestInit) =>
    fetch(new URL(`/api/${path}`, url), init).catch(() => {
      throw new OperatorError(`No tracker answers at ${url}. Start it with npm start first.`);
    });
  const json = { 'Content-Type': 'application/json' };
  const answer = await send('auth/sign-in', {
    method: 'POST',
    headers: json,
    body: JSON.stringify({ email, password }),
  });
  if (!answer.ok) throw new OperatorError(`${email} cannot sign in at ${url}.`);
  const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
  return async <T = unknown>(
    method: string,
    path: string,
    body?: FormData | object,
    more: Record<string, string> = {},
  ) => {
    const form = body instanceof FormData;
    const response = await send(path, {
      method,
      headers: { Cookie: cookie, ...(body && !form ? json : {}), ...more },
      ...(body ? { body: form ? body : JSON.stringify(body) } : {}),
    });
    const answered = (await response.json()) as T & { detail?: string };
    if (!response.ok) throw new OperatorError(`${method} ${path}: ${answered.detail}`);
    return { body: answered as T, total: response.headers.get('content-range')?.split('/')[1] };
  };
}
