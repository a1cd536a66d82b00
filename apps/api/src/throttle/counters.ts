/** Counts and marks that are forgotten by themselves. Times in milliseconds. */
export interface Counters {
  /** Adds one and gives the count; forgotten when nothing is added for `ttl`. */
  add(key: string, ttl: number): Promise<number>;
  /** Sets a mark that stands for `ttl`. */
  mark(key: string, ttl: number): Promise<void>;
  /** How long a mark still stands; 0 when there is none. */
  left(key: string): Promise<number>;
  forget(...keys: string[]): Promise<void>;
}

/** Keys held at most; the oldest go first, so that no flood of addresses fills the memory. */
const MOST_KEYS = 20_000;

/** In the memory of this process: for when Redis is away. Each process then counts for itself. */
export class MemoryCounters implements Counters {
  private readonly entries = new Map<string, { count: number; until: number }>();

  add(key: string, ttl: number): Promise<number> {
    return Promise.resolve(this.set(key, (this.find(key)?.count ?? 0) + 1, ttl));
  }

  mark(key: string, ttl: number): Promise<void> {
    this.set(key, 1, ttl);
    return Promise.resolve();
  }

  left(key: string): Promise<number> {
    const entry = this.find(key);
    return Promise.resolve(entry ? entry.until - Date.now() : 0);
  }

  forget(...keys: string[]): Promise<void> {
    for (const key of keys) this.entries.delete(key);
    return Promise.resolve();
  }

  private find(key: string) {
    const entry = this.entries.get(key);
    return entry && entry.until > Date.now() ? entry : undefined;
  }

  private set(key: string, count: number, ttl: number): number {
    // Taken out first: a Map keeps the order of insertion, and this key is now the youngest.
    this.entries.delete(key);
    this.entries.set(key, { count, until: Date.now() + ttl });
    const oldest = this.entries.size > MOST_KEYS ? this.entries.keys().next().value : undefined;
    if (oldest !== undefined) this.entries.delete(oldest);
    return count;
  }
}
