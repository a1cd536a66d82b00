import type { Store } from 'react-admin';
import { isHttpError } from './problems';
import { call } from './call';
import type { PreferenceValues } from '@tracker/contract';

// Where react-admin keeps how somebody likes the screens. What is worth keeping is kept on the server,
// with the person; a copy on this device, of whoever is signed in and nobody else, opens at once.

const KEY = 'tracker.preferences';
const SAVED_AFTER_MS = 800;

interface Copy {
  userId: string;
  values: Record<string, unknown>;
  /** Names whose value the server does not have yet. */
  unsent: string[];
}

/** What follows a person: the rest, ticks above all, belongs to the screen and ends with it. */
const FOLLOWS = /^theme$|\.listParams$|\.savedQueries$|\.datatable$|^preferences\./;

// Where an earlier version kept them, whoever was signed in.
try {
  for (const name of Object.keys(localStorage)) {
    if (name.startsWith('RaStore')) localStorage.removeItem(name);
  }
} catch {
  // A browser that keeps nothing has nothing of before.
}

let values = new Map<string, unknown>();
let unsent = new Set<string>();
let userId: string | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Map<string, Set<(value: unknown) => void>>();

function tell(name: string): void {
  for (const listener of listeners.get(name) ?? []) listener(values.get(name));
}

function copyOnDevice(): Copy | null {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? 'null') as Copy | null;
  } catch {
    return null;
  }
}

function keepOnDevice(): void {
  if (userId === null) return;
  const kept = [...values].filter(([name]) => FOLLOWS.test(name));
  const copy: Copy = { userId, values: Object.fromEntries(kept), unsent: [...unsent] };
  try {
    localStorage.setItem(KEY, JSON.stringify(copy));
  } catch {
    // A browser that keeps nothing asks the server each time.
  }
}

function set(name: string, value: unknown): void {
  if (value === undefined) values.delete(name);
  else values.set(name, value);
  if (FOLLOWS.test(name) && userId !== null) {
    unsent.add(name);
    keepOnDevice();
    clearTimeout(timer);
    timer = setTimeout(() => void sendPreferences(), SAVED_AFTER_MS);
  }
  tell(name);
}

/** Keeps what is given; null forgets. */
const save = (values: PreferenceValues) => call('PUT /api/me/preferences', { body: { values } });

/** Sends what the server does not have yet. What cannot be sent now is sent with the next change. */
export async function sendPreferences(): Promise<void> {
  clearTimeout(timer);
  if (userId === null || unsent.size === 0) return;
  const sending = unsent;
  unsent = new Set();
  const wanted = [...sending].map((name) => [name, values.get(name) ?? null] as const);
  try {
    await save(Object.fromEntries(wanted));
  } catch (error) {
    // One that the server will never take must not hold the others back.
    const refused = isHttpError(error) && error.status === 422;
    if (refused && wanted.length > 1) {
      for (const [name, value] of wanted) await save({ [name]: value }).catch(() => undefined);
    } else if (!refused) unsent = new Set([...sending, ...unsent]);
  }
  keepOnDevice();
}

/** Takes up what a person likes: the copy on this device when it is theirs, and what the server has. */
export async function takeUpPreferences(of: string): Promise<void> {
  if (userId === of) return;
  const copy = copyOnDevice();
  const own = copy?.userId === of ? copy : null;
  replace(of, own?.values ?? {}, own?.unsent ?? []);
  if (!own) keepOnDevice();
  const known = call('GET /api/me/preferences').then(({ values: onServer }) => {
    // Somebody else may have signed in meanwhile.
    if (userId !== of) return;
    const mine = [...unsent].map((name) => [name, values.get(name)] as const);
    replace(of, { ...onServer, ...Object.fromEntries(mine) }, [...unsent]);
    keepOnDevice();
    void sendPreferences();
  });
  // With a copy there is no need to wait; without a signal there is nothing to wait for.
  await (own ? undefined : known.catch(() => undefined));
  known.catch(() => undefined);
}

/** Ends with the person: nothing of theirs stays on the device or on the screen. */
export function leavePreferences(): void {
  clearTimeout(timer);
  replace(null, {}, []);
  try {
    localStorage.removeItem(KEY);
  } catch {
    // As above.
  }
}

function replace(of: string | null, next: Record<string, unknown>, notSent: string[]): void {
  const ofScreen = of !== null && of === userId;
  const before = values;
  userId = of;
  values = new Map(
    Object.entries(next).filter(([, value]) => value !== null && value !== undefined),
  );
  if (ofScreen) {
    for (const [name, value] of before) if (!FOLLOWS.test(name)) values.set(name, value);
  }
  unsent = new Set(notSent);
  for (const name of new Set([...before.keys(), ...values.keys()])) {
    if (JSON.stringify(before.get(name)) !== JSON.stringify(values.get(name))) tell(name);
  }
}

export const preferenceStore: Store = {
  setup: () => undefined,
  teardown: () => undefined,
  getItem: <T>(name: string, otherwise?: T): T =>
    (values.has(name) ? values.get(name) : otherwise) as T,
  setItem: (name, value) => set(name, value),
  removeItem: (name) => set(name, undefined),
  removeItems: (prefix) => {
    for (const name of [...values.keys()]) if (name.startsWith(prefix)) set(name, undefined);
  },
  listItems: (prefix = '') =>
    Object.fromEntries([...values].filter(([name]) => name.startsWith(prefix))),
  // react-admin resets on signing out, which ends what a screen knows and forgets nobody's wishes.
  reset: () => undefined,
  subscribe: (name, listener) => {
    const those = listeners.get(name) ?? new Set();
    those.add(listener);
    listeners.set(name, those);
    return () => void those.delete(listener);
  },
};
