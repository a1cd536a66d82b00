import { useEffect } from 'react';
import { noteUnsaved, type LostBy } from './unsaved-store';

/** While `unsaved`, nothing leaves this screen without a question: no link, no back button, no reload. */
export function useUnsaved(unsaved: boolean, lostBy: LostBy = 'page'): void {
  useEffect(() => (unsaved ? noteUnsaved(lostBy) : undefined), [unsaved, lostBy]);
}
