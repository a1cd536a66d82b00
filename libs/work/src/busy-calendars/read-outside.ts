import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Day, DayRange } from '@tracker/domain';
import { askOutside, outsideTask, UnreadableFileError, WHILE_WAITING } from '@tracker/files';
import type { CalendarToRead } from './outside-tasks';

const READ = outsideTask<CalendarToRead, Day[]>(require.resolve('./outside-tasks'), 'busyDaysTask');

/**
 * Reads a calendar in a process of its own, with limits of time and memory. What was in it is gone afterwards.
 *
 * @throws UnreadableFileError with a sentence for whoever gave the address; ReadingBusyError when too many wait
 */
export async function readBusyDaysOutside(content: Buffer, within: DayRange): Promise<Day[]> {
  const folder = await mkdtemp(join(tmpdir(), 'tracker-busy-'));
  try {
    const path = join(folder, 'file');
    await writeFile(path, content, { mode: 0o600 });
    return await askOutside(READ, { path, within }, WHILE_WAITING);
  } catch (error) {
    if (!(error instanceof UnreadableFileError)) throw error;
    // Nobody sends a calendar in parts.
    throw new UnreadableFileError(error.message.replace(/ Send it in parts\.$/, ''));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
