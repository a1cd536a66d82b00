import { useEffect } from 'react';
import { noteUnsaved, type LostBy } from './unsaved-store';

/**
 * While `unsaved`, nothing leaves this screen without a question: no link, no back button, no reload.
 *
 * @param kept whether this device keeps it, which the question then says
 */
export function useUnsaved(unsaved: boolean, lostBy: LostBy = 'page', kept = false): void {
  useEffect(() => (unsaved ? noteUnsaved(lostBy, kept) : undefined), [unsaved, lostBy, kept]);
}
