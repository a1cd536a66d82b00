import { useEffect, type RefObject } from 'react';

/** Each failed attempt puts the focus on the first input that is not right, else on what says why. */
export function useFirstError(body: RefObject<HTMLElement | null>, attempts: number): void {
  useEffect(() => {
    if (attempts === 0) return;
    const first = body.current?.querySelector<HTMLElement>(
      '[aria-invalid="true"], .Mui-error input, [data-first-error]',
    );
    first?.focus();
  }, [body, attempts]);
}
