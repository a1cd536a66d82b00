import { Inject, Injectable } from '@nestjs/common';
import { type Day, londonTime } from '@tracker/domain';
import { type ServerEnv, todayOf } from '@tracker/process';

/** Injection token of the environment as read at the start. */
export const ENV = Symbol('ENV');

/** The one place where a process asks what day and hour it is; rules are given the answer. */
@Injectable()
export class Clock {
  constructor(@Inject(ENV) private readonly env: ServerEnv) {}

  /** Today in Europe/London, `YYYY-MM-DD`. */
  today(): Day {
    return todayOf(this.env);
  }

  /** The time in Europe/London, `HH:MM`. */
  timeOfDay(): string {
    return londonTime(Date.now());
  }
}
