import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CalendarFault, CalendarFileKind } from '@tracker/domain';
import { UnreadableFileError, askOutside, FOR_A_PREVIEW, outsideTask } from '@tracker/files';
import type { CalendarFileReading } from './calendar-kinds';
import type { CalendarFileToRead } from './outside-tasks';

/** A file that is not taken, with everything that is wrong. */
export class CalendarFileError extends Error {
  constructor(readonly faults: CalendarFault[]) {
    super(faults.map(({ message }) => message).join(' '));
  }
}

const TASKS = require.resolve('./outside-tasks');
const READ = outsideTask<CalendarFileToRead, CalendarFileReading>(TASKS, 'calendarFileTask');

/**
 * Reads the text of a file in a process of its own, as other uploads are read.
 *
 * @throws CalendarFileError; ReadingBusyError when too many wait
 */
export async function readCalendarFile(
  kind: CalendarFileKind,
  content: string,
): Promise<CalendarFileReading> {
  const folder = await mkdtemp(join(tmpdir(), 'tracker-calendar-'));
  try {
    const path = join(folder, 'file');
    await writeFile(path, content, { mode: 0o600 });
    const reading = await askOutside(READ, { path, kind }, FOR_A_PREVIEW);
    if (reading.faults.length > 0) throw new CalendarFileError(reading.faults);
    return reading;
  } catch (error) {
    if (!(error instanceof UnreadableFileError)) throw error;
    throw new CalendarFileError([{ field: 'content', message: error.message }]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
