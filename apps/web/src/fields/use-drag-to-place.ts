import { useRef, useState, type DragEvent } from 'react';

/** How the two are marked in the page: `what: 'visit'` is an element with `data-visit`. */
interface Marks {
  /** What is dragged. */
  what: string;
  /** Where it can be dropped. */
  where: string;
}

/**
 * Dragging things from place to place, handled once for all of them: what is dragged and the places it
 * can go to say so by `data-` attributes. Whoever does not drag needs another way as well.
 *
 * @param onDrop the id of what was dragged and the place it was dropped on; not called for the place it
 *   came from
 */
export function useDragToPlace<Place extends string>(
  { what, where }: Marks,
  onDrop: (id: string, place: Place) => void,
) {
  const dragged = useRef<{ id: string; from: string | null } | null>(null);
  const [over, setOver] = useState<Place | null>(null);
  const end = () => {
    dragged.current = null;
    setOver(null);
  };
  return {
    /** The place that would take what is dragged. */
    over,
    handlers: {
      onDragStart: (event: DragEvent<HTMLElement>) => {
        const id = named(event, what);
        if (!id) return;
        dragged.current = { id, from: named(event, where) };
        event.dataTransfer.effectAllowed = 'move';
        // Firefox drags nothing that carries nothing.
        event.dataTransfer.setData('text/plain', id);
      },
      onDragOver: (event: DragEvent<HTMLElement>) => {
        if (!dragged.current) return;
        const place = named(event, where) as Place | null;
        setOver(place === dragged.current.from ? null : place);
        if (place) event.preventDefault();
      },
      onDrop: (event: DragEvent<HTMLElement>) => {
        const place = named(event, where) as Place | null;
        const { id, from } = dragged.current ?? {};
        end();
        if (!place || !id) return;
        event.preventDefault();
        if (place !== from) onDrop(id, place);
      },
      onDragEnd: end,
    },
  };
}

/** What the element under the pointer, or one around it, is called. */
function named({ target }: DragEvent, what: string): string | null {
  if (!(target instanceof Element)) return null;
  return target.closest(`[data-${what}]`)?.getAttribute(`data-${what}`) ?? null;
}
