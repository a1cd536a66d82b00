import { useState } from 'react';
import { useSearchParams } from 'react-router-dom';

/**
 * The page of a survey that is open stands in the address, so that the browser's back button goes one
 * back; `count` is the number of pages.
 */
export function usePage(count: number) {
  const [params, setParams] = useSearchParams();
  const [sought, setSought] = useState<string | null>(null);
  const asked = Number(params.get('page') ?? 1) - 1;
  const at = Number.isInteger(asked) ? Math.min(Math.max(asked, 0), count - 1) : 0;
  /** @param question the one to put the focus on */
  const goTo = (page: number, question: string | null = null) => {
    setSought(question);
    setParams((before) => {
      before.set('page', String(page + 1));
      return before;
    });
  };
  return { at, goTo, sought };
}
