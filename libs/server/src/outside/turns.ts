import { OperatorError } from '../operator-error';

/** So many files are read at this moment that another one has to wait for too long. */
export class ReadingBusyError extends OperatorError {
  constructor() {
    super('Other files are being read at the moment. Try again in a minute.');
  }
}

/** Lets so many go at once; the others wait in a line, and not for ever. */
export class Turns {
  private free: number;
  private readonly line: (() => void)[] = [];

  constructor(
    atOnce: number,
    private readonly patienceMs: number,
  ) {
    this.free = atOnce;
  }

  /** @returns what ends the turn @throws ReadingBusyError */
  async take(): Promise<() => void> {
    if (this.free > 0) this.free -= 1;
    else await this.wait();
    let over = false;
    return () => {
      if (over) return;
      over = true;
      const next = this.line.shift();
      if (next) next();
      else this.free += 1;
    };
  }

  private wait(): Promise<void> {
    return new Promise((resolve, reject) => {
      const mine = () => {
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(() => {
        this.line.splice(this.line.indexOf(mine), 1);
        reject(new ReadingBusyError());
      }, this.patienceMs);
      this.line.push(mine);
    });
  }
}
