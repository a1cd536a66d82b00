/** What the head writes around the figures of an academic year's stakeholder report. */
export const NARRATIVE_FIELDS = [
  'title',
  'introduction',
  'highlights',
  'challenges',
  'nextSteps',
] as const;
export type NarrativeField = (typeof NARRATIVE_FIELDS)[number];

/** Plain text; an empty line begins a paragraph, a line that begins with `- ` is an item of a list. */
export type Narrative = Record<NarrativeField, string>;

/** Most characters of each. */
export const NARRATIVE_LIMITS: Record<NarrativeField, number> = {
  title: 150,
  introduction: 5_000,
  highlights: 5_000,
  challenges: 5_000,
  nextSteps: 5_000,
};

export const NARRATIVE_WORDS: Record<NarrativeField, string> = {
  title: 'Title',
  introduction: 'Introduction',
  highlights: 'Highlights',
  challenges: 'Challenges',
  nextSteps: 'Next steps',
};

export const EMPTY_NARRATIVE: Narrative = {
  title: '',
  introduction: '',
  highlights: '',
  challenges: '',
  nextSteps: '',
};

/** A paragraph, or the items of a list. */
export type TextBlock = { paragraph: string } | { items: string[] };

/** A narrative's text as paragraphs and lists. */
export function textBlocks(text: string): TextBlock[] {
  const blocks: TextBlock[] = [];
  let open = false;
  for (const line of text.split(/\r?\n/).map((one) => one.trim())) {
    const last = blocks.at(-1);
    const item = /^[-*•]\s+(.*)$/.exec(line)?.[1];
    if (line === '') open = false;
    else if (item !== undefined) {
      if (open && last && 'items' in last) last.items.push(item);
      else blocks.push({ items: [item] });
      open = true;
    } else {
      if (open && last && 'paragraph' in last) last.paragraph += ` ${line}`;
      else blocks.push({ paragraph: line });
      open = true;
    }
  }
  return blocks;
}
