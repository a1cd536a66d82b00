/**
 * Letters that must be added, taken out, changed or swapped with their neighbour to turn one text
 * into the other (optimal string alignment).
 */
export function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let best = Math.min(last[j - 1]! + (same ? 0 : 1), last[j]! + 1, row[j - 1]! + 1);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) best = Math.min(best, beforeLast[j - 2]! + 1);
      row.push(best);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length]!;
}

/** Groups of three letters of each word, its beginning and end marked, as `pg_trgm` cuts them. */
export function trigrams(text: string): Set<string> {
  const found = new Set<string>();
  for (const word of text.split(' ')) {
    const marked = `  ${word} `;
    for (let i = 0; i + 3 <= marked.length; i++) found.add(marked.slice(i, i + 3));
  }
  return found;
}

/** Likeness of two names, 0 to 1: the better of shared trigrams and letters left unchanged. */
export function nameSimilarity(a: string, b: string): number {
  if (a === b) return 1;
  const ofA = trigrams(a);
  const ofB = trigrams(b);
  let shared = 0;
  for (const each of ofA) if (ofB.has(each)) shared++;
  const dice = (2 * shared) / (ofA.size + ofB.size);
  const unchanged = 1 - editDistance(a, b) / Math.max(a.length, b.length);
  return Math.max(dice, unchanged);
}
