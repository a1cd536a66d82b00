import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ACCOUNT, ADDRESS, KNOWN_FOR, type Slowdown, waitAfter } from './limits';
import { SharedCounters } from './shared-counters';
import { tooMany } from './too-many';

const TOO_MANY = 'Too many failed attempts.';

/**
 * Slows down guessing at an account and from an address. An account is counted by what was typed,
 * so that the answer is the same whether it exists. Somebody who signs in from an address they have
 * used before is counted apart from strangers, who therefore cannot keep them out.
 */
@Injectable()
export class SignInThrottle {
  /** The last attempt at each account: they are made one after another, so none slips past the count. */
  private readonly turns = new Map<string, Promise<unknown>>();

  constructor(private readonly counters: SharedCounters) {}

  /**
   * Makes an attempt; `null` from `work` is a failure. What succeeds is not counted.
   *
   * @param account the email address as typed
   * @param address the client's, as the proxy says
   * @throws 429 with the time to wait; the attempt was not made
   */
  attempt<T>(account: string, address: string, work: () => Promise<T | null>): Promise<T | null> {
    const name = digest(account.trim().toLowerCase());
    const before = this.turns.get(name) ?? Promise.resolve();
    const turn = before.catch(() => undefined).then(() => this.try(name, address, work));
    this.turns.set(name, turn);
    const done = () => {
      if (this.turns.get(name) === turn) this.turns.delete(name);
    };
    turn.then(done, done);
    return turn;
  }

  /**
   * As `attempt`, where there is no account to count by: a link.
   *
   * @param door what is tried; guessing at a school's survey keeps nobody from signing in
   */
  async attemptFrom<T>(
    address: string,
    work: () => Promise<T | null>,
    door: 'address' | 'survey' = 'address',
  ): Promise<T | null> {
    await this.requirePatience(`${door}:${address}`);
    const result = await work();
    if (result === null) await this.fail(`${door}:${address}`, ADDRESS);
    return result;
  }

  /** A new password: whatever was guessed before is of no use to anybody. */
  async forgive(account: string): Promise<void> {
    const key = `account:${digest(account.trim().toLowerCase())}`;
    await this.counters.forget(`${key}:failures`, `${key}:wait`);
  }

  private async try<T>(name: string, address: string, work: () => Promise<T | null>) {
    const familiar = `known:${name}:${address}`;
    const known = (await this.counters.left(familiar)) > 0;
    const account = known ? `account:${name}:${address}` : `account:${name}`;
    await this.requirePatience(account, `address:${address}`);
    const result = await work();
    if (result === null) {
      await this.fail(account, ACCOUNT);
      await this.fail(`address:${address}`, ADDRESS);
    } else {
      await this.counters.forget(`${account}:failures`, `${account}:wait`);
      await this.counters.mark(familiar, KNOWN_FOR);
    }
    return result;
  }

  private async requirePatience(...keys: string[]): Promise<void> {
    const waits = await Promise.all(keys.map((key) => this.counters.left(`${key}:wait`)));
    const wait = Math.max(...waits);
    if (wait > 0) throw tooMany(TOO_MANY, wait);
  }

  private async fail(key: string, slowdown: Slowdown): Promise<void> {
    const failures = await this.counters.add(`${key}:failures`, slowdown.forgottenAfter);
    const wait = waitAfter(failures, slowdown);
    if (wait > 0) await this.counters.mark(`${key}:wait`, wait);
  }
}

/** No address of a person stands in Redis. */
const digest = (text: string) => createHash('sha256').update(text).digest('base64url');
