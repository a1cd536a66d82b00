import { useEffect, useState } from 'react';
import { useListContext } from 'react-admin';

/** Filters are applied a moment after the last key; one that changes nothing is over after that. */
const APPLIED_MS = 900;

/** Whether the rows are those of the filters as they stand on the screen. */
export function useSettling(): { settling: boolean; noteTyping: () => void } {
  const { filterValues, isPlaceholderData } = useListContext();
  const filters = JSON.stringify(filterValues);
  const [typed, setTyped] = useState<{ under: string } | null>(null);
  useEffect(() => {
    if (typed === null) return;
    const over = setTimeout(() => setTyped(null), APPLIED_MS);
    return () => clearTimeout(over);
  }, [typed]);
  return {
    settling: typed?.under === filters || Boolean(isPlaceholderData),
    noteTyping: () => setTyped({ under: filters }),
  };
}
