import type { ChildProcess } from 'node:child_process';
import { HEARTBEAT, HEARTBEAT_MS } from '@tracker/process';

/** Longer than any pause of a busy machine. */
const SILENCE_MS = 30_000;

/**
 * Ends a child process that has told of its heart once and is silent since: it hangs, and nobody
 * could end it in order. Whoever waits for its end starts it again.
 *
 * @param onSilent told before it is ended
 */
export function endWhenSilent(
  child: ChildProcess,
  onSilent: () => void,
  silence: number = SILENCE_MS,
): void {
  let heardAt: number | undefined;
  let lookedAt = Date.now();
  child.on('message', (message) => {
    if (message === HEARTBEAT) heardAt = Date.now();
  });
  const every = Math.min(HEARTBEAT_MS, silence / 2);
  const timer = setInterval(() => {
    const now = Date.now();
    // Not silent but asleep with the whole machine, or this process was held up itself.
    if (now - lookedAt > 2 * every + 1_000) heardAt &&= now;
    lookedAt = now;
    if (heardAt === undefined || now - heardAt < silence) return;
    clearInterval(timer);
    onSilent();
    child.kill('SIGKILL');
  }, every);
  timer.unref();
  child.once('exit', () => clearInterval(timer));
}
