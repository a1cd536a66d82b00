import type { LogReminder } from '@tracker/contract';
import { call } from './http';

export const remindToLog = async (userId: string): Promise<LogReminder> =>
  (
    await call<LogReminder>(`/api/users/${encodeURIComponent(userId)}/log-reminder`, {
      method: 'POST',
      body: '{}',
    })
  ).json;
