import { useEffect } from 'react';

/** Long enough for a closing dialog to give the focus back and for a new page to take it. */
const SETTLED_MS = 150;

function isGone(element: Element): boolean {
  return (
    !element.isConnected ||
    element.getClientRects().length === 0 ||
    element.matches(':disabled, [aria-hidden="true"] *')
  );
}

/**
 * When the element that had the focus goes away, a browser drops the focus on the document, and who
 * works by keyboard starts again at the very top. This puts it on the page's heading instead:
 * buttons go once they have done their work, whether a dialog closed or a record changed.
 *
 * @param mainId the landmark that holds the page and its heading
 */
export function useKeptFocus(mainId: string): void {
  useEffect(() => {
    let last: Element | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onFocus = ({ target }: FocusEvent) => {
      last = target instanceof Element && target !== document.body ? target : null;
    };
    // A press on nothing in particular takes the focus away on purpose.
    const onPress = () => {
      last = null;
    };
    const check = () => {
      const lost = document.activeElement === null || document.activeElement === document.body;
      if (!lost || !last || !isGone(last)) return;
      const main = document.getElementById(mainId);
      // Behind a dialog nothing may take the focus.
      if (!main || main.closest('[aria-hidden="true"]')) return;
      last = null;
      (main.querySelector<HTMLElement>('h1[tabindex]') ?? main).focus({ preventScroll: true });
    };
    const observer = new MutationObserver(() => {
      if (!last) return;
      clearTimeout(timer);
      timer = setTimeout(check, SETTLED_MS);
    });
    observer.observe(document.body, {
      childList: true,
      subtree: true,
      attributes: true,
      attributeFilter: ['class', 'style', 'hidden', 'disabled', 'aria-hidden'],
    });
    document.addEventListener('focusin', onFocus);
    document.addEventListener('pointerdown', onPress, true);
    return () => {
      clearTimeout(timer);
      observer.disconnect();
      document.removeEventListener('focusin', onFocus);
      document.removeEventListener('pointerdown', onPress, true);
    };
  }, [mainId]);
}
