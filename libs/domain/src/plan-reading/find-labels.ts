import { PLAN_LABELS, type LabelledField, type PlanLabels } from './plan-labels';

/** A label found in a text: where it begins, and where what stands behind it does. */
export interface FoundLabel {
  field: LabelledField;
  start: number;
  end: number;
}

interface Label {
  field: LabelledField;
  words: readonly string[];
  /** Long enough to be one without a colon or a cell's end behind it. */
  strong: boolean;
}

interface Word {
  word: string;
  start: number;
  end: number;
}

const PASSED_OVER = new Set(['the', 'that', 'this', 'a', 'an', 'of', 'our', 'your', 's', 'any']);
const SAME = new Map([
  ...['plan', 'document', 'policy', 'report'].map((word): [string, string] => [word, 'summary']),
  ...['leader', 'coordinator'].map((word): [string, string] => [word, 'lead']),
  ['senior', 'school'],
  ['organization', 'organisation'],
  ['organistion', 'organisation'],
]);
const STRONG_WORDS = 4;
/** Longer than any label with its value. */
const LONGEST = 500;
/** What may stand between a label and its value. */
const BEHIND = /^(?:\s*\((?:[^)]*\)|(?:if|where)\b[^)]*$))*\s*(?:[:|?*]|[-–—](?=\s|$)|\.{2,})*\s*/;
const SEPARATED = /^(?:\s*\([^)]*\))*\s*(?:[:|]|[-–—]\s|\.{3,}|$)/;

function wordsOf(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{N}]+(?:['’]s)?/gu)].flatMap((match) => {
    const bare = match[0].toLowerCase().replace(/['’]s$/, '');
    if (PASSED_OVER.has(bare)) return [];
    const single = bare.length > 3 && /[^s]s$/.test(bare) ? bare.slice(0, -1) : bare;
    const word = SAME.get(single) ?? single;
    return [{ word, start: match.index, end: match.index + match[0].length }];
  });
}

/** The labels a hub uses, made ready to be looked for; longest first. */
export class LabelFinder {
  private readonly labels: readonly Label[];
  private readonly first: ReadonlySet<string>;

  constructor(labels: PlanLabels = PLAN_LABELS) {
    this.labels = (Object.entries(labels) as [LabelledField, readonly string[]][])
      .flatMap(([field, texts]) =>
        texts.map((text) => {
          const words = wordsOf(text).map(({ word }) => word);
          return { field, words, strong: words.length >= STRONG_WORDS };
        }),
      )
      .filter(({ words }) => words.length > 0)
      .sort((a, b) => b.words.length - a.words.length);
    this.first = new Set(this.labels.flatMap(({ words: [word] }) => (word ? [word] : [])));
  }

  /** Every label in the text, in order. One that stands inside a sentence needs its colon. */
  find(text: string): FoundLabel[] {
    if (text.length > LONGEST) return [];
    const words = wordsOf(text);
    const found: FoundLabel[] = [];
    for (let at = 0; at < words.length; at += 1) {
      const label = this.first.has(words[at]!.word) ? this.labelAt(text, words, at) : null;
      if (!label) continue;
      found.push(label.found);
      at += label.words - 1;
    }
    return found;
  }

  private labelAt(
    text: string,
    words: readonly Word[],
    at: number,
  ): { found: FoundLabel; words: number } | null {
    const begun = words[at]!.start;
    const startsText = /^[\s\p{P}]*(?:the|an?|our)?\s*$/iu.test(text.slice(0, begun));
    for (const { field, words: wanted, strong } of this.labels) {
      if (wanted.some((word, i) => words[at + i]?.word !== word)) continue;
      const behind = text.slice(words[at + wanted.length - 1]!.end).replace(/^\(s\)|^s\b/, '');
      const separated = SEPARATED.test(behind);
      // "School: ..." in the middle of a line is as likely the end of a name.
      const inside = separated && /^\s*:/.test(behind.replace(/\([^)]*\)/g, ''));
      const isOne = startsText
        ? strong || separated
        : strong || (inside && wanted.length > 1 && behind.trim() !== ':');
      if (!isOne) continue;
      const end = text.length - behind.length + (BEHIND.exec(behind)?.[0].length ?? 0);
      return { found: { field, start: startsText ? 0 : begun, end }, words: wanted.length };
    }
    return null;
  }
}
