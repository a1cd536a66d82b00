import { OperatorError } from '@tracker/process/operator-error';

/** So many files are read at this moment that another one has to wait for too long. */
export class ReadingBusyError extends OperatorError {
  constructor() {
    super('The tracker is busy at the moment. Try again in a minute.');
  }
}

/** Lets so many go at once; the others wait in a line, and not for ever. */
export class Turns {
  private free: number;
  private readonly line: (() => void)[] = [];

  constructor(atOnce: number) {
    this.free = atOnce;
  }

  /** @returns what ends the turn @throws ReadingBusyError after so many milliseconds in the line */
  async take(patienceMs: number): Promise<() => void> {
    if (this.free > 0) this.free -= 1;
    else await this.wait(patienceMs);
    let over = false;
    return () => {
      if (over) return;
      over = true;
      const next = this.line.shift();
      if (next) next();
      else this.free += 1;
    };
  }

  private wait(patienceMs: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const mine = () => {
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(() => {
        this.line.splice(this.line.indexOf(mine), 1);
        reject(new ReadingBusyError());
      }, patienceMs);
      this.line.push(mine);
    });
  }
}
