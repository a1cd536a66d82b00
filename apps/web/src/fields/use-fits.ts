import { useEffect, useRef, useState } from 'react';

/**
 * Whether the table inside is no wider than its frame. Then the page scrolls and the head of the table
 * can stay in sight; a wider one is scrolled inside its frame, sideways too.
 *
 * @param content changes when the table may have come or gone
 */
export function useFits<E extends HTMLElement>(content: unknown) {
  const frame = useRef<E>(null);
  const [fits, setFits] = useState(true);
  useEffect(() => {
    const outer = frame.current;
    const table = outer?.querySelector('table');
    if (!outer || !table) return;
    const measure = () => setFits(table.offsetWidth <= outer.clientWidth + 1);
    const observer = new ResizeObserver(measure);
    observer.observe(outer);
    observer.observe(table);
    return () => observer.disconnect();
  }, [content]);
  return { frame, fits };
}
