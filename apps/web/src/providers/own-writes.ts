// What was taken along on the device is out of date once its person has written something.

const listeners = new Set<() => void>();

/** The tracker has taken a change from this page. */
export function noteOwnWrite(): void {
  listeners.forEach((listener) => listener());
}

export function onOwnWrite(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
