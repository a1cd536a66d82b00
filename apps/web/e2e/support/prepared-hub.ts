import type { Import, Region, School, Visit } from '@tracker/contract';
import { PASSWORD, type RunningTracker } from './running-tracker';
import { LINKS, REGISTER } from './small-register';

export const PEOPLE = {
  head: 'head@hub.example',
  north: 'north@hub.example',
  both: 'both@hub.example',
  manager: 'manager@hub.example',
} as const;

/** The API as somebody signed in uses it. */
export interface Client {
  get<T>(path: string): Promise<T>;
  post<T>(path: string, body: object): Promise<T>;
  put<T>(path: string, body: object): Promise<T>;
  remove(path: string): Promise<void>;
}

export async function signedInClient(url: string, email: string): Promise<Client> {
  const signIn = await fetch(`${url}/api/auth/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password: PASSWORD }),
  });
  const cookie = signIn.headers.getSetCookie().map((one) => one.split(';')[0]);
  const send = async <T>(method: string, path: string, body?: object): Promise<T> => {
    const form = body instanceof FormData;
    const answer = await fetch(`${url}/api${path}`, {
      method,
      headers: {
        cookie: cookie.join('; '),
        ...(body && !form && { 'content-type': 'application/json' }),
      },
      body: form ? body : body && JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return (answer.status === 204 ? undefined : await answer.json()) as T;
  };
  return {
    get: (path) => send('GET', path),
    post: (path, body) => send('POST', path, body),
    put: (path, body) => send('PUT', path, body),
    remove: (path) => send('DELETE', path),
  };
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

export async function importFile(
  head: Client,
  kind: string,
  csv: string,
  dryRun = false,
): Promise<Import> {
  const form = new FormData();
  form.set('dryRun', String(dryRun));
  form.set('kind', kind);
  form.set('file', new Blob([csv]), `${kind}.csv`);
  let state = await head.post<Import>('/imports', form);
  for (let tries = 0; state.status !== 'done' && tries < 100; tries += 1) {
    await pause(100);
    state = await head.get<Import>(`/imports/${state.id}`);
  }
  if (state.status !== 'done') throw new Error(`The import of ${kind} is ${state.status}.`);
  return state;
}

/** Six schools in two regions, somebody of each role, and nothing visited yet. */
export async function prepareHub(tracker: RunningTracker): Promise<Client> {
  await tracker.addUser({ email: PEOPLE.head, role: 'head', name: 'Hilary Marsh' });
  const head = await signedInClient(tracker.url, PEOPLE.head);
  await importFile(head, 'schools', REGISTER);
  await importFile(head, 'school-links', LINKS);
  await head.post<Region>('/regions', { name: 'North', districts: ['Northmere'] });
  await head.post<Region>('/regions', { name: 'South', districts: ['Southmere'] });
  const { addUser } = tracker;
  await addUser({ email: PEOPLE.north, role: 'regional', name: 'Nia Reed', regions: ['North'] });
  await addUser({
    email: PEOPLE.both,
    role: 'regional',
    name: 'Bo Vale',
    regions: ['North', 'South'],
  });
  await addUser({ email: PEOPLE.manager, role: 'manager', name: 'Max Weir' });
  const ranked = () => head.get<unknown[]>('/priority-queue');
  for (let tries = 0; (await ranked()).length < 4 && tries < 100; tries += 1) await pause(100);
  return head;
}

/** A school by its name. */
export async function schoolCalled(client: Client, name: string): Promise<School> {
  const filter = encodeURIComponent(JSON.stringify({ q: name }));
  const schools = await client.get<School[]>(`/schools?filter=${filter}`);
  const found = schools.find((school) => school.name === name);
  if (!found) throw new Error(`There is no school called ${name}.`);
  return found;
}

export function visitsOf(client: Client, schoolId: string): Promise<Visit[]> {
  return client.get(`/visits?filter=${encodeURIComponent(JSON.stringify({ schoolId }))}`);
}
