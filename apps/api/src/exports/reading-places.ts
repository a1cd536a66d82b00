/** Lists that are read at one time; each holds a connection to the database while it is read. */
const PLACES = 4;

/** Places for reading whole lists; whoever comes when all are taken waits in line. */
export class ReadingPlaces {
  private free = PLACES;
  private readonly line: (() => void)[] = [];

  /** @returns false when none was free in time */
  async take(waitMs: number): Promise<boolean> {
    if (this.free > 0) {
      this.free -= 1;
      return true;
    }
    return new Promise<boolean>((resolve) => {
      const timer = setTimeout(() => {
        this.line.splice(this.line.indexOf(next), 1);
        resolve(false);
      }, waitMs);
      const next = () => {
        clearTimeout(timer);
        resolve(true);
      };
      this.line.push(next);
    });
  }

  give(): void {
    const next = this.line.shift();
    if (next) next();
    else this.free += 1;
  }
}
