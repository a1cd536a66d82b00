import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { OperatorError } from '@tracker/process';
import type { DataSource } from 'typeorm';
import { type Person, People } from '../people';

/** How many people are at work at a time. */
export const HANDS = 6;
const PATIENCE_MS = 5_000;
/** A tracker that saves nothing for so long does not come back by itself. */
const GIVEN_UP_MS = 90_000;

/**
 * People at work: each adds contacts one after the other, every one under a key of its own that is
 * sent again until it is answered, and reads between.
 */
export class Load {
  /** Name -> whether it was acknowledged. */
  private readonly names = new Map<string, boolean>();
  /** Status -> how often; 0 is no answer. */
  readonly answers = new Map<number, number>();
  /** When the last write was acknowledged, in `Date.now()`. */
  lastSavedAt = Date.now();
  /** Writes that were acknowledged so far. */
  saved = 0;
  /** Longest time between two of them, in milliseconds. */
  longestGap = 0;
  private over = false;
  private abandoned = false;
  private work: Promise<unknown> = Promise.resolve();

  private constructor(
    private readonly url: string,
    private readonly dataSource: DataSource,
    private readonly schoolId: string,
  ) {}

  static async begin(url: string, dataSource: DataSource): Promise<Load> {
    const [{ id }]: [{ id: string }] = await dataSource.query(
      `INSERT INTO schools (urn, name, status, in_scope, establishment_type)
       VALUES ((SELECT coalesce(max(urn), 100000) + 1 FROM schools), 'Kill Lane', 'open', true, 'Community school')
       RETURNING id`,
    );
    const load = new Load(url, dataSource, id);
    const people = await new People(dataSource).several('head', HANDS);
    load.work = Promise.all(people.map((person, hand) => load.hand(person, hand)));
    return load;
  }

  /**
   * Waits until so many writes were acknowledged.
   *
   * @throws OperatorError when none is for too long
   */
  async untilSaved(count: number): Promise<void> {
    while (this.saved < count) {
      if (Date.now() - this.lastSavedAt > GIVEN_UP_MS) {
        this.over = this.abandoned = true;
        throw new OperatorError(`Nothing was saved for ${GIVEN_UP_MS / 1000} seconds.`);
      }
      await sleep(20);
    }
  }

  /** Everybody finishes what they have in hand, which needs a tracker that works again. */
  async finish(): Promise<void> {
    this.over = true;
    await this.work;
  }

  /** How many writes were acknowledged, and which of them are not there once. */
  async verdict() {
    const rows: { name: string; n: number }[] = await this.dataSource.query(
      'SELECT name, count(*)::int AS n FROM contacts WHERE school_id = $1 GROUP BY name',
      [this.schoolId],
    );
    const kept = new Map(rows.map(({ name, n }) => [name, n]));
    const saved = [...this.names].filter(([, acknowledged]) => acknowledged).map(([name]) => name);
    return {
      saved: saved.length,
      lost: saved.filter((name) => !kept.has(name)).length,
      doubled: rows.filter(({ n }) => n > 1).length,
      faults: [...this.answers].reduce(
        (sum, [status, times]) => sum + (status >= 500 && status !== 503 ? times : 0),
        0,
      ),
    };
  }

  private async hand({ cookie }: Person, hand: number): Promise<void> {
    const headers = { cookie, 'x-forwarded-for': `10.9.0.${hand + 1}` };
    while (!this.over) {
      const name = `Contact ${randomUUID()}`;
      this.names.set(name, false);
      const body = JSON.stringify({ schoolId: this.schoolId, name, role: 'other' });
      const key = { 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID() };
      while ((await this.send('POST', '/api/contacts', { ...headers, ...key }, body)) !== 201) {
        if (this.abandoned) return;
        await sleep(200);
      }
      this.names.set(name, true);
      this.saved += 1;
      const now = Date.now();
      this.longestGap = Math.max(this.longestGap, now - this.lastSavedAt);
      this.lastSavedAt = now;
      await this.send('GET', '/api/schools', headers);
      await sleep(60);
    }
  }

  private async send(
    method: string,
    path: string,
    headers: Record<string, string>,
    body?: string,
  ): Promise<number> {
    const status = await this.ask(method, path, headers, body);
    this.answers.set(status, (this.answers.get(status) ?? 0) + 1);
    return status;
  }

  private async ask(
    method: string,
    path: string,
    headers: Record<string, string>,
    body?: string,
  ): Promise<number> {
    try {
      const signal = AbortSignal.timeout(PATIENCE_MS);
      const answer = await fetch(this.url + path, { method, headers, body, signal });
      await answer.arrayBuffer();
      return answer.status;
    } catch {
      return 0;
    }
  }
}

/** Answers by status, most frequent first, for a line of print. */
export function answersInWords(answers: ReadonlyMap<number, number>): string {
  return [...answers]
    .sort(([, a], [, b]) => b - a)
    .map(([status, times]) => `${status === 0 ? 'none' : status} ${times} times`)
    .join(', ');
}
