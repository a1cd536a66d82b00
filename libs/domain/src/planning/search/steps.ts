/** Tries of the search for a line; a plan of 170 lines takes some four seconds of computing. */
export const STEPS_A_LINE = 18_000;
/** A plan of fewer lines is searched like one of so many, and one of more like one of the most. */
const LINES = { least: 60, most: 600 };

/** How often the search tries: fixed by how many lines there are, so that no clock decides. */
export const stepsFor = (lines: number, stepsALine: number): number =>
  stepsALine * Math.min(LINES.most, Math.max(LINES.least, lines));
