/** A 32-bit hash of a text (FNV-1a), so that a stream can be named instead of numbered. */
function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  return hash >>> 0;
}

/**
 * Repeatable chance: the same seed gives the same sequence on every machine (mulberry32 by Tommy
 * Ettinger). Not for anything secret.
 */
export class Random {
  private state: number;

  constructor(private readonly seed: string) {
    this.state = seedOf(seed);
  }

  /** A stream of its own, so that a change in one part of the hub does not reshuffle the others. */
  fork(name: string): Random {
    return new Random(`${this.seed}/${name}`);
  }

  /** 0 up to, not including, 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let t = this.state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number, both ends inside. */
  int(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1));
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** @throws RangeError for an empty list */
  pick<T>(list: readonly T[]): T {
    const index = this.int(0, list.length - 1);
    if (index >= list.length) throw new RangeError('Nothing to pick from.');
    return list[index] as T;
  }

  /** One of the entries, each as likely as its weight of 0 or more says. */
  weighted<T>(entries: readonly (readonly [T, number])[]): T {
    let left = this.next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [value, weight] of entries) {
      left -= weight;
      if (left < 0) return value;
    }
    return this.pick(entries)[0];
  }

  /** A shuffled copy. */
  shuffle<T>(list: readonly T[]): T[] {
    const copy = [...list];
    for (let i = copy.length - 1; i > 0; i -= 1) {
      const j = this.int(0, i);
      [copy[i], copy[j]] = [copy[j] as T, copy[i] as T];
    }
    return copy;
  }

  /** A UUID of version 4 in form, repeatable in content. */
  uuid(): string {
    let hex = '';
    while (hex.length < 32) hex += this.int(0, 0xffff).toString(16).padStart(4, '0');
    const variant = this.pick(['8', '9', 'a', 'b']);
    return [
      hex.slice(0, 8),
      hex.slice(8, 12),
      `4${hex.slice(13, 16)}`,
      `${variant}${hex.slice(17, 20)}`,
      hex.slice(20, 32),
    ].join('-');
  }
}
