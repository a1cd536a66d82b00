import type { DocumentBlock, DocumentToRead, Passage } from './document-to-read';
import type { ConsumedCells } from './labelled-values';
import { isGoal, isGoalColumn, isActionTable } from './goals';
import { markNationalList } from './national-list';
import { oneLine } from './plain-text';
import { PART_INSIDE, sectionOfHeading, type PlanSection } from './plan-sections';
import { isTemplateAdvice, isTemplateSentence } from './template-sentences';

/** One thing a document says, in its place. */
export interface Statement {
  text: string;
  block: number;
  kind: 'heading' | 'sentence' | 'item' | 'cell';
  section: PlanSection | null;
  /** The headings, row and column it stands under, and the line that leads to a list. */
  under: string;
  /** What the school wants, not what it has. */
  goal: boolean;
  /** A numbered line of a list. */
  ordered: boolean;
  /** One of the national plan's key features, in a list of them. */
  national: boolean;
}

export interface PlanText {
  statements: Statement[];
  sections: Partial<Record<PlanSection, 'filled' | 'blank'>>;
  adviceLeftIn: Passage[];
}

const SENTENCE_END =
  /(?<=[.!?…]["'”’)]?)(?<!\b(?:e\.g|i\.e|etc|Mr|Mrs|Ms|Miss|Dr|St|approx|mins?|hrs?|no|vs)\.)\s+(?=["'“‘(\[]?[\p{Lu}\d•-])/u;
const FOOTER =
  /^(skip to content|quick links|search|translate|menu|home|top|back to top|download|click here|cookies?|privacy|accessibility|sitemap|©|copyright|website (design|by)|page \d+|powered by|all rights reserved|visit the school'?s|log ?in|contact us)\b/i;
/** A line of a menu or footer has few words; a sentence that begins like one goes on. */
const MOST_FOOTER_WORDS = 7;

export const passageOf = ({ text, block }: Statement): Passage => ({ text, block });

/** What the school itself says, sentence by sentence, without the template's words. */
export function readStatements(document: DocumentToRead, consumed: ConsumedCells): PlanText {
  const walk = new Walk(consumed);
  document.blocks.forEach((block, at) => walk.take(block, at));
  const { statements, sections, adviceLeftIn } = walk;
  markNationalList(statements);
  // The template lists the features to whoever fills it in; left there, they are no school's words.
  const isAdvice = adviceLeftIn.some(({ text }) => /\btemplate\b|\bsummary should\b/i.test(text));
  return {
    statements: isAdvice ? statements.filter(({ national }) => !national) : statements,
    sections,
    adviceLeftIn,
  };
}

/** No sentence is as long as this; what is gets cut, so that no rule has to look far. */
const LONGEST = 1_200;
const inPieces = (line: string): string[] =>
  line.length <= LONGEST ? [line] : (line.match(/[^]{1,1000}(?=\s|$)|[^]{1,1000}/g) ?? []);
/** Far more than any plan says. */
const MOST_STATEMENTS = 6_000;

class Walk {
  readonly statements: Statement[] = [];
  readonly sections: PlanText['sections'] = {};
  readonly adviceLeftIn: Passage[] = [];
  private section: PlanSection | null = null;
  private headings: { text: string; level: number }[] = [];
  private lead = '';
  private ordered = false;

  constructor(private readonly consumed: ConsumedCells) {}

  take(block: DocumentBlock, at: number): void {
    if (block.kind === 'table') this.table(block.rows, at);
    else if (!this.consumed.has(at)) {
      if (block.kind === 'heading') this.heading(block.text, block.level, at);
      else {
        this.ordered = block.kind === 'item' && block.ordered === true;
        this.text(block.text, at, block.kind === 'item' ? 'item' : 'sentence');
        this.ordered = false;
      }
    }
  }

  private heading(text: string, level: number, at: number): void {
    if (FOOTER.test(text) && text.split(/\s+/).length <= MOST_FOOTER_WORDS) return;
    const section = sectionOfHeading(text);
    this.lead = '';
    if (section !== null) {
      this.open(section);
      this.headings = [{ text, level }];
      return;
    }
    const depth = level || 9;
    this.headings = [
      ...this.headings.filter((other) => (other.level || 9) < depth),
      { text, level },
    ];
    this.say(text, at, 'heading');
  }

  private open(section: PlanSection): void {
    this.section = section;
    this.sections[section] ??= 'blank';
  }

  private text(text: string, at: number, kind: Statement['kind'], place = ''): void {
    let from = 0;
    for (const part of text.includes('art ') ? text.matchAll(PART_INSIDE) : []) {
      this.sentences(text.slice(from, part.index), at, kind, place);
      this.open(sectionOfHeading(part[0]) ?? 'partA');
      this.headings = [];
      from = part.index + part[0].length;
    }
    this.sentences(text.slice(from), at, kind, place);
  }

  private sentences(text: string, at: number, kind: Statement['kind'], place: string): void {
    for (const line of text.split('\n').flatMap(inPieces)) {
      const item = /^\s*[-•●▪◦‣*]\s+/.test(line);
      const bare = line.replace(/^\s*(?:[-•●▪◦‣*]|\d{1,2}[.)])\s+/, '');
      const sentences = bare.split(SENTENCE_END).map(oneLine);
      const whole = sentences.length === 1;
      for (const sentence of sentences) {
        if (whole && sectionOfHeading(sentence) !== null && kind !== 'item') {
          this.heading(sentence, 0, at);
        } else this.sentence(sentence, at, item ? 'item' : kind, place);
      }
    }
  }

  private sentence(text: string, at: number, kind: Statement['kind'], place: string): void {
    if (text.length < 2) return;
    if (isTemplateSentence(text)) return;
    if (isTemplateAdvice(text)) {
      this.adviceLeftIn.push({ text, block: at });
      return;
    }
    if (FOOTER.test(text) && text.split(/\s+/).length <= MOST_FOOTER_WORDS) return;
    if (kind === 'sentence') this.lead = /:$/.test(text) ? text : '';
    this.say(text, at, kind, place);
  }

  private say(text: string, at: number, kind: Statement['kind'], place = ''): void {
    if (this.statements.length >= MOST_STATEMENTS) return;
    const headings = this.headings.map((heading) => heading.text).filter((each) => each !== text);
    const under = [...headings, kind === 'item' ? this.lead : '', place]
      .filter(Boolean)
      .join(' / ');
    const { section } = this;
    const goal =
      section === 'future' || isGoal(text) || isGoalColumn(place) || isGoalColumn(this.lead);
    if (section !== null && kind !== 'heading') this.sections[section] = 'filled';
    const { ordered } = this;
    this.statements.push({ text, block: at, kind, section, under, goal, ordered, national: false });
  }

  private table(rows: readonly (readonly string[])[], at: number): void {
    const [head = []] = rows;
    const headed = rows.length > 1 && head.length > 1 && head.every((cell) => cell.length <= 60);
    const actions = headed && isActionTable(head);
    const before = this.section;
    if (actions) this.open('future');
    rows.forEach((row, y) => {
      if (this.isConsumed(at, y, row.length)) return;
      const [first = ''] = row;
      row.forEach((cell, x) => {
        if (cell.trim() === '' || this.consumed.has(at, y, x)) return;
        if (x === 0 && sectionOfHeading(cell) !== null) return this.heading(cell, 0, at);
        if (actions && y === 0) return;
        const column = headed && y > 0 ? (head[x] ?? '') : '';
        this.text(
          cell,
          at,
          'cell',
          [x > 0 ? oneLine(first) : '', column].filter(Boolean).join(' / '),
        );
      });
    });
    if (actions) this.section = before;
  }

  private isConsumed(at: number, y: number, cells: number): boolean {
    return Array.from({ length: cells }, (_, x) => x).every((x) => this.consumed.has(at, y, x));
  }
}
