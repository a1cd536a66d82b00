import { ImportConflict, WorkEnded } from '@tracker/work';
import { conflict } from './problem';

/** What the state of an import, or of other work in the background, forbids is a 409. */
export async function refusing<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const forbidden = error instanceof ImportConflict || error instanceof WorkEnded;
    throw forbidden ? conflict(error.message) : error;
  }
}
