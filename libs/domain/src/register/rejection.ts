/** One row of a file that could not be taken, and why. */
export interface Rejection {
  /** Line of the file on which the row starts; the first line is 1. */
  line: number;
  /** The column's title as the file writes it; empty when the whole row is at fault. */
  column: string;
  /** What the file says there, cut to 200 characters. */
  value: string;
  /** A plain sentence for the person who brought the file. */
  message: string;
}

const LONGEST_VALUE = 200;

/** Cuts what is quoted back to people, so that a misplaced quote does not hand back half a file. */
export function shorten(value: string, longest = LONGEST_VALUE): string {
  return value.length > longest ? `${value.slice(0, longest - 1)}…` : value;
}

/** Thrown while a row is being read and turned into its rejection by `readingRow`. */
export class CellFault extends Error {
  constructor(
    readonly column: string,
    readonly value: string,
    message: string,
  ) {
    super(message);
  }
}

/**
 * What stands in place of a figure is no number ("<5", "*"), or more than it can be (140%): the
 * figure alone is not known.
 */
export class OddFigure extends CellFault {}

/** A value of a row that was left out although the row was taken. */
export interface ValueLeftOut {
  column: string;
  /** What the file says there, cut to 200 characters. */
  value: string;
  /** A plain sentence for the person who brought the file. */
  message: string;
}

/** Runs `read`; an `OddFigure` in it is put on the list, and the figure is not known. */
export function leavingOut<Value>(to: ValueLeftOut[], read: () => Value | null): Value | null {
  try {
    return read();
  } catch (fault) {
    if (!(fault instanceof OddFigure)) throw fault;
    const { column, value, message } = fault;
    to.push({ column, value: shorten(value), message: `${message} It was left out.` });
    return null;
  }
}

/** Runs `read`; a `CellFault` in it becomes the rejection of the row. */
export function readingRow<T>(line: number, read: () => T): T | { rejection: Rejection } {
  try {
    return read();
  } catch (fault) {
    if (!(fault instanceof CellFault)) throw fault;
    const { column, value, message } = fault;
    return { rejection: { line, column, value: shorten(value), message } };
  }
}
