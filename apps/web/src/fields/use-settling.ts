import { useEffect, useState } from 'react';
import { useListContext } from 'react-admin';

/** Filters are applied a moment after the last key; one that changes nothing is over after that. */
const APPLIED_MS = 900;

/** Whether the rows are those of the filters as they stand on the screen. */
export function useSettling(): { settling: boolean; noteTyping: () => void } {
  const { filterValues, isPlaceholderData } = useListContext();
  const [typedAt, setTypedAt] = useState(0);
  const filters = JSON.stringify(filterValues);
  useEffect(() => setTypedAt(0), [filters]);
  useEffect(() => {
    if (typedAt === 0) return;
    const over = setTimeout(() => setTypedAt(0), APPLIED_MS);
    return () => clearTimeout(over);
  }, [typedAt]);
  return {
    settling: typedAt > 0 || Boolean(isPlaceholderData),
    noteTyping: () => setTypedAt(Date.now()),
  };
}
