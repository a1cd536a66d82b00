import { InjectQueue } from '@nestjs/bull';
import { Injectable, Logger } from '@nestjs/common';
import { TRACKER_QUEUE } from '@tracker/work';
import type { Queue } from 'bull';
import { countIn } from './count-script';
import { type Counters, MemoryCounters } from './counters';

export const PREFIX = 'tracker:throttle:';
/** Longest that a request waits for Redis, in milliseconds. */
const PATIENCE = 1_500;
/** For so long Redis is not asked again after it did not answer, in milliseconds. */
const PAUSE = 5_000;

/**
 * Counts in Redis, so that all processes count together. While Redis is away each counts for
 * itself: looser, but never open and never in the way.
 */
@Injectable()
export class SharedCounters implements Counters {
  private readonly logger = new Logger(SharedCounters.name);
  private readonly memory = new MemoryCounters();
  private pausedUntil = 0;

  constructor(@InjectQueue(TRACKER_QUEUE) private readonly queue: Queue) {}

  async add(key: string, ttl: number): Promise<number> {
    const [count] = await this.addAll([key], ttl);
    return count as number;
  }

  /** Adds one to each and gives the counts, in one round trip. */
  addAll(keys: readonly string[], ttl: number): Promise<number[]> {
    const named = keys.map((key) => PREFIX + key);
    return this.ask(
      () => countIn(this.redis, named, ttl),
      () => Promise.all(keys.map((key) => this.memory.add(key, ttl))),
    );
  }

  mark(key: string, ttl: number): Promise<void> {
    return this.ask(
      async () => void (await this.redis.set(PREFIX + key, '1', 'PX', Math.ceil(ttl))),
      () => this.memory.mark(key, ttl),
    );
  }

  async left(key: string): Promise<number> {
    const here = await this.memory.left(key);
    // A Redis that is full or read-only answers this, and knows nothing of what it refused to keep.
    return this.ask(
      async () => Math.max(here, await this.redis.pttl(PREFIX + key)),
      () => Promise.resolve(here),
    );
  }

  async forget(...keys: string[]): Promise<void> {
    await this.memory.forget(...keys);
    await this.ask(
      async () => void (await this.redis.del(...keys.map((key) => PREFIX + key))),
      () => Promise.resolve(),
    );
  }

  private get redis() {
    return this.queue.client;
  }

  private async ask<T>(redis: () => Promise<T>, memory: () => Promise<T>): Promise<T> {
    if (this.redis.status !== 'ready' || Date.now() < this.pausedUntil) return memory();
    let timer: NodeJS.Timeout | undefined;
    const timeout = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error('no answer')), PATIENCE);
    });
    try {
      return await Promise.race([redis(), timeout]);
    } catch (error) {
      this.pausedUntil = Date.now() + PAUSE;
      const reason = error instanceof Error ? error.message : String(error);
      this.logger.warn(`Redis is away; attempts are counted in this process: ${reason}`);
      return memory();
    } finally {
      clearTimeout(timer);
    }
  }
}
