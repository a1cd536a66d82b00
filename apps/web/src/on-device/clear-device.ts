import { dropPlanDrafts } from '../providers/plan-drafts';
import { database } from './database';
import { deviceChanged, logsOf } from './device-logs';
import { clearPacks, isTooOld } from './pack';

const SENT_KEPT_MS = 2 * 24 * 3600 * 1000;

/**
 * What is too old goes: packs, and that a log was sent. What is not sent never goes by itself, and
 * what others wrote on this device stays theirs.
 */
export async function clearOld(userId: string): Promise<void> {
  const db = await database();
  for (const pack of await db.getAll('packs')) {
    if (pack.userId !== userId || isTooOld(pack.keptAt)) await db.delete('packs', pack.userId);
  }
  for (const log of await db.getAll('logs')) {
    const { state, sentAt } = log;
    if (state === 'sent' && Date.now() - Date.parse(sentAt ?? log.savedAt) > SENT_KEPT_MS) {
      await db.delete('logs', log.id);
    }
  }
  deviceChanged();
}

/** On signing out: all that was taken along and sent goes; what is not sent only when that is wished. */
export async function clearOnLeaving(userId: string, { unsentToo }: { unsentToo: boolean }) {
  if (unsentToo) dropPlanDrafts(userId);
  await clearPacks();
  const db = await database();
  for (const { id, state } of await logsOf(userId)) {
    if (unsentToo || state === 'sent') await db.delete('logs', id);
  }
  deviceChanged();
}
