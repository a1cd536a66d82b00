/** Told to the process that started this one, as long as this one gets on with its work. */
export const HEARTBEAT = 'beat';
export const HEARTBEAT_MS = 2_000;

/**
 * Lets whoever started this process know that it lives. A process that hangs, in an endless loop or
 * stopped by the system, is silent; one that nobody supervises has nobody to tell.
 */
export function keepBeating(): void {
  const beat = () => process.connected && process.send?.(HEARTBEAT, () => undefined);
  setInterval(beat, HEARTBEAT_MS).unref();
}
