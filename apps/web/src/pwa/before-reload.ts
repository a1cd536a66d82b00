// What must be on the disk before the page is loaded anew, and what is typed and kept nowhere.

const keepers = new Set<() => Promise<void>>();
const typedInto = new Set<HTMLInputElement | HTMLTextAreaElement>();

/** Whatever keeps itself: `keep` ends when all of it is on the disk. @returns how to leave */
export function keepBeforeReload(keep: () => Promise<void>): () => void {
  keepers.add(keep);
  return () => void keepers.delete(keep);
}

export async function keepAll(): Promise<void> {
  await Promise.allSettled([...keepers].map((keep) => keep()));
}

document.addEventListener(
  'input',
  ({ target }) => {
    if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) {
      typedInto.add(target);
    }
  },
  { capture: true, passive: true },
);

/** Whether something stands in a form of this page that would be gone with it. */
export function isSomethingTyped(): boolean {
  for (const input of typedInto) if (!input.isConnected) typedInto.delete(input);
  return [...typedInto].some(
    (input) => input.form && !input.closest('[data-keeps-itself], .filter-field'),
  );
}
