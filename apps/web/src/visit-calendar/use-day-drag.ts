import { useRef, useState, type DragEvent } from 'react';
import type { Day } from '@tracker/domain';

/**
 * Dragging entries from day to day, handled once for the whole calendar: entries carry `data-visit`,
 * days carry `data-day`.
 *
 * @param onDrop the visit's id and the day it was dropped on; not called for the day it came from
 */
export function useDayDrag(onDrop: (visitId: string, day: Day) => void) {
  const dragged = useRef<{ visitId: string; from: Day | null } | null>(null);
  const [over, setOver] = useState<Day | null>(null);
  const end = () => {
    dragged.current = null;
    setOver(null);
  };
  return {
    /** The day that would take what is dragged. */
    over,
    handlers: {
      onDragStart: (event: DragEvent<HTMLElement>) => {
        const visitId = named(event, 'visit');
        if (!visitId) return;
        dragged.current = { visitId, from: named(event, 'day') };
        event.dataTransfer.effectAllowed = 'move';
        // Firefox drags nothing that carries nothing.
        event.dataTransfer.setData('text/plain', visitId);
      },
      onDragOver: (event: DragEvent<HTMLElement>) => {
        if (!dragged.current) return;
        const day = named(event, 'day');
        setOver(day === dragged.current.from ? null : day);
        if (day) event.preventDefault();
      },
      onDrop: (event: DragEvent<HTMLElement>) => {
        const day = named(event, 'day');
        const { visitId, from } = dragged.current ?? {};
        end();
        if (!day || !visitId) return;
        event.preventDefault();
        if (day !== from) onDrop(visitId, day);
      },
      onDragEnd: end,
    },
  };
}

/** What the element under the pointer, or one around it, is called. */
function named({ target }: DragEvent, what: 'visit' | 'day'): string | null {
  if (!(target instanceof Element)) return null;
  return target.closest(`[data-${what}]`)?.getAttribute(`data-${what}`) ?? null;
}
