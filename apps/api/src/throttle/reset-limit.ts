import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { RESETS_AN_HOUR } from './limits';
import { SharedCounters } from './shared-counters';
import { tooMany } from './too-many';

const HOUR = 3_600_000;

/**
 * How often a new password can be asked for by email. Counted by the hour of the clock: whoever asks
 * on and on in another's name cannot put off the hour in which that other gets a link.
 */
@Injectable()
export class ResetLimit {
  constructor(private readonly counters: SharedCounters) {}

  /** Whoever asks, for whomever. @throws 429 */
  async perClient(address: string): Promise<void> {
    const now = Date.now();
    if ((await this.count('client', address, now)) > RESETS_AN_HOUR.perClient) {
      throw tooMany('Too many new passwords were asked for from here.', HOUR - (now % HOUR));
    }
  }

  /**
   * Whether one more mail goes to an address, in lower case. Not said to whoever asks: the mails of this hour have
   * arrived, and their links work.
   */
  async mayMail(email: string): Promise<boolean> {
    const name = createHash('sha256').update(email).digest('base64url');
    return (await this.count('mail', name, Date.now())) <= RESETS_AN_HOUR.perEmail;
  }

  private count(what: string, who: string, now: number): Promise<number> {
    return this.counters.add(`reset:${what}:${who}:${Math.floor(now / HOUR)}`, HOUR);
  }
}
