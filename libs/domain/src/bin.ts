import { addDays, type Day } from './day';

/** For so many days what was deleted can be brought back. */
export const BIN_DAYS = 30;

/** The day on which it goes for good. */
export const leavesBinOn = (deletedOn: Day): Day => addDays(deletedOn, BIN_DAYS);
