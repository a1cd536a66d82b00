const LONGEST = 40;

/**
 * A key for a new question or option, made of the first words of its text and never one that is
 * taken: `Who leads music?` is `who_leads_music`, the next of that text `who_leads_music_2`.
 *
 * @param fallback where the text has no letter to make a key of: `question`
 */
export function keyFrom(text: string, taken: Iterable<string>, fallback = 'question'): string {
  const words = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[_0-9]+/, '');
  const cut = words.length > LONGEST ? words.slice(0, LONGEST).replace(/_[^_]*$/, '') : words;
  const base = cut.replace(/_+$/, '') || fallback;
  const used = new Set(taken);
  let key = base;
  for (let count = 2; used.has(key); count += 1) key = `${base}_${count}`;
  return key;
}
