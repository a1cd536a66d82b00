import type { Preferences, PreferenceValues } from '@tracker/contract';
import { call } from './http';

const PATH = '/api/me/preferences';

export const readPreferences = async (): Promise<PreferenceValues> =>
  (await call<Preferences>(PATH)).json.values;

/** Keeps what is given; null forgets. */
export const savePreferences = async (values: PreferenceValues): Promise<void> => {
  await call(PATH, { method: 'PUT', body: JSON.stringify({ values }) });
};
