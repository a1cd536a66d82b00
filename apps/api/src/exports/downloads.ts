/** Lists that one person downloads at one time. */
export const MOST_OF_ONE = 3;

/** Who has how many downloads under way: nobody's keep anybody else from theirs. */
export class Downloads {
  private readonly underWay = new Map<string, number>();

  /** @returns false when this person has as many as there may be */
  begin(userId: string): boolean {
    const before = this.underWay.get(userId) ?? 0;
    if (before >= MOST_OF_ONE) return false;
    this.underWay.set(userId, before + 1);
    return true;
  }

  end(userId: string): void {
    const left = (this.underWay.get(userId) ?? 1) - 1;
    if (left > 0) this.underWay.set(userId, left);
    else this.underWay.delete(userId);
  }
}
