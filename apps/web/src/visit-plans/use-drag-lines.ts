import { useState, type DragEvent } from 'react';
import { useNotify } from 'react-admin';
import { useQuery } from '@tanstack/react-query';
import { useDragToPlace } from '../fields/use-drag-to-place';
import { call } from '../providers/call';
import { sentenceOf } from '../providers/problems';
import { usePlan } from './plan-context';
import { dayKey } from './plan-lines';
import { useLineChanges } from './use-line-changes';

/**
 * Lines dragged from one visitor's day to another. While one is dragged its best days are known; a day
 * that would break a rule is refused with the rule, and Move… is the way to go against it.
 */
export function useDragLines() {
  const { lines } = usePlan();
  const { move } = useLineChanges();
  const notify = useNotify();
  const [dragged, setDragged] = useState<string | null>(null);
  const { over, handlers } = useDragToPlace<string>(
    { what: 'plan-line', where: 'plan-day' },
    (lineId, key) => {
      setDragged(null);
      const line = lines.find(({ id }) => id === lineId);
      const [date, visitorId] = key.split(' ');
      if (!line || !date || !visitorId) return;
      move(line, { date, visitorId }).catch((error: unknown) =>
        notify(`${sentenceOf(error)} “Move…” in its menu can move it anyway.`, { type: 'warning' }),
      );
    },
  );
  const { data: best } = useQuery({
    queryKey: ['visit-plans', 'days', dragged],
    queryFn: ({ signal }) =>
      call('GET /api/visit-plan-lines/{id}/days', { id: dragged ?? '', signal }),
    enabled: dragged !== null,
    staleTime: 0,
  });
  return {
    /** The day that what is dragged would land on. */
    over,
    /** Days that are among the best for what is dragged. */
    best: new Set(dragged === null ? [] : (best ?? []).map(dayKey)),
    handlers: {
      ...handlers,
      onDragStart: (event: DragEvent<HTMLElement>) => {
        handlers.onDragStart(event);
        const line = event.target instanceof Element && event.target.closest('[data-plan-line]');
        setDragged(line ? line.getAttribute('data-plan-line') : null);
      },
      onDragEnd: () => {
        handlers.onDragEnd();
        setDragged(null);
      },
    },
  };
}
