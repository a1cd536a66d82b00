import { useState } from 'react';

/**
 * A record as it was when the form was opened. One that arrives while somebody types must neither
 * replace what is typed nor lend its version, or the other person's change would be overwritten
 * unseen.
 */
export function useAsOpened<T>(record: T): T {
  const [opened] = useState(record);
  return opened;
}
