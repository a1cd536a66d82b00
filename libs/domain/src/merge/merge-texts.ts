/** A text as two people started from it, as each of them left it. */
export interface TextVersions {
  base: string;
  mine: string;
  theirs: string;
}

type Lines = readonly string[];

/** Texts with more pairs of lines than this are not compared line by line. */
const MOST_PAIRS = 1_000_000;

/**
 * One text of both: a change that only one of them made stands as it is; where both changed the same
 * lines, theirs come first, then an empty line, then mine. No line that either of them wrote is lost.
 */
export function mergeTexts({ base, mine, theirs }: TextVersions): string {
  const [from, ours, others] = [linesOf(base), linesOf(mine), linesOf(theirs)];
  const inOurs = matches(from, ours);
  const inOthers = matches(from, others);
  const merged: string[] = [];
  let [b, o, t] = [0, 0, 0];
  const upTo = (nextB: number, nextO: number, nextT: number) => {
    merged.push(...mergePart(from.slice(b, nextB), ours.slice(o, nextO), others.slice(t, nextT)));
    [b, o, t] = [nextB, nextO, nextT];
  };
  from.forEach((line, i) => {
    const [inMine, inTheirs] = [inOurs.get(i), inOthers.get(i)];
    if (inMine === undefined || inTheirs === undefined) return;
    upTo(i, inMine, inTheirs);
    merged.push(line);
    [b, o, t] = [i + 1, inMine + 1, inTheirs + 1];
  });
  upTo(from.length, ours.length, others.length);
  return merged.join('\n');
}

/** No text has no line. */
const linesOf = (text: string): Lines =>
  text === '' ? [] : text.replace(/\r\n?/g, '\n').split('\n');

const same = (a: Lines, b: Lines) => a.length === b.length && a.every((line, i) => line === b[i]);

function mergePart(from: Lines, ours: Lines, others: Lines): Lines {
  if (same(ours, from) || same(ours, others)) return others;
  if (same(others, from)) return ours;
  if (ours.length === 0 || others.length === 0) return [...others, ...ours];
  return [...others, '', ...ours];
}

/** Which line of `to` each line of `from` became, as far as it stayed: a longest common subsequence. */
function matches(from: Lines, to: Lines): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  let start = 0;
  let [endFrom, endTo] = [from.length, to.length];
  for (; start < endFrom && start < endTo && from[start] === to[start]; start += 1)
    found.set(start, start);
  for (; endFrom > start && endTo > start && from[endFrom - 1] === to[endTo - 1]; endFrom -= 1) {
    endTo -= 1;
    found.set(endFrom - 1, endTo);
  }
  const [height, width] = [endFrom - start, endTo - start];
  if (height * width > MOST_PAIRS) return found;
  const length = longestFrom(from.slice(start, endFrom), to.slice(start, endTo));
  for (let [i, j] = [0, 0]; i < height && j < width;) {
    if (from[start + i] === to[start + j]) {
      found.set(start + i, start + j);
      [i, j] = [i + 1, j + 1];
    } else if (length(i + 1, j) >= length(i, j + 1)) i += 1;
    else j += 1;
  }
  return found;
}

/** How long the longest common subsequence is from a line of each on. */
function longestFrom(from: Lines, to: Lines): (i: number, j: number) => number {
  const width = to.length + 1;
  const table = new Uint32Array((from.length + 1) * width);
  const at = (i: number, j: number) => table[i * width + j] ?? 0;
  for (let i = from.length - 1; i >= 0; i -= 1)
    for (let j = to.length - 1; j >= 0; j -= 1)
      table[i * width + j] =
        from[i] === to[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  return at;
}
