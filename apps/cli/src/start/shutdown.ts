import { commandOf, parentOf } from '@tracker/embedded';

/** The person asked to stop while something was still starting. */
export class StopRequested extends Error {}

interface Step {
  stop(): Promise<void>;
  /** Ends it at once, without order. */
  kill?(): void;
}

/** npm passes a Ctrl-C on that the terminal has sent as well: the same one, not a second. */
const sameKeystroke = 1_000;

/**
 * Ends what was started, the last first, when a signal asks for it or `finish` is called. A second
 * Ctrl-C ends everything by force.
 */
export class Shutdown {
  private readonly steps: Step[] = [];
  private requestedAt?: number;
  private request: () => void = () => undefined;
  private readonly requested = new Promise<void>((resolve) => {
    this.request = resolve;
  });

  constructor(private readonly say: (sentence: string) => void) {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => this.onSignal());
    }
    this.followNpm();
  }

  /** Remembers what has been started. @throws StopRequested when stopping was asked meanwhile. */
  add(step: Step): void {
    this.steps.push(step);
    this.check();
  }

  /** @throws StopRequested when stopping was asked for. */
  check(): void {
    if (this.requestedAt !== undefined) throw new StopRequested();
  }

  /** Waits until somebody asks to stop. */
  async untilRequested(): Promise<void> {
    await this.requested;
  }

  /** Stops everything, the last first. */
  async finish(): Promise<void> {
    for (const step of this.steps.splice(0).reverse()) await step.stop();
  }

  private onSignal(): void {
    const now = Date.now();
    if (this.requestedAt === undefined) {
      this.requestedAt = now;
      this.say('Stopping ... (Ctrl-C again stops by force)');
      this.request();
    } else if (now - this.requestedAt > sameKeystroke) {
      this.say('Stopped by force.');
      for (const step of this.steps) step.kill?.();
      process.exit(1);
    }
  }

  /** When npm is killed, what it runs is not told; without it nobody could stop us any more. */
  private followNpm(): void {
    if (process.env.npm_lifecycle_event === undefined) return;
    const shell = process.ppid;
    // Some shells stay between npm and what it runs, and are not told either.
    const isShell = /(^|\/)(ba|da|a|k|z)?sh$/.test(commandOf(shell).split(' ')[0] ?? '');
    const above = isShell ? parentOf(shell) : undefined;
    setInterval(() => {
      const orphaned = process.ppid !== shell || (above !== undefined && parentOf(shell) !== above);
      if (orphaned && this.requestedAt === undefined) this.onSignal();
    }, 200).unref();
  }
}
