import type { Attributes, XmlVisitor } from '../reading/read-xml';
import type { BlockWriter } from './block-writer';
import type { DocumentSpent } from './document-bounds';
import type { WordLists, WordStyles } from './word-styles';

/** What is taken out, moved away, a field's formula, or said a second time for older programs. */
const SKIPPED = new Set(['del', 'moveFrom', 'Fallback', 'instrText', 'delText']);

interface Run {
  text: string;
  bold: boolean;
  hidden: boolean;
}

interface WordParagraph {
  style: string | null;
  level: number | null;
  list: string | null;
  runs: Run[];
}

/** The text of a Word document in its paragraphs and tables, as it comes. */
export class WordBody implements XmlVisitor {
  private readonly paragraphs: WordParagraph[] = [];
  private run: Run | null = null;
  private skipping = 0;
  private inText = false;
  private inRun = 0;
  /** Of each content control, whether it shows what is to be typed into it. */
  private readonly controls: boolean[] = [];

  constructor(
    private readonly writer: BlockWriter,
    private readonly spent: DocumentSpent,
    private readonly styles: WordStyles,
    private readonly lists: WordLists,
  ) {}

  open(name: string, attributes: Attributes): void {
    if (SKIPPED.has(name) || (name === 'sdtContent' && this.controls.at(-1))) this.skipping += 1;
    if (this.skipping > 0) return;
    if (name === 'sdt') this.controls.push(false);
    else if (name === 'showingPlcHdr') this.controls[this.controls.length - 1] = true;
    else if (name === 'r') this.openRun();
    else if (name === 't') this.inText = true;
    else if (this.inRun > 0) this.inside(name, attributes);
    else this.around(name, attributes);
  }

  private openRun(): void {
    this.inRun += 1;
    this.run = { text: '', bold: false, hidden: false };
    this.paragraphs.at(-1)?.runs.push(this.run);
  }

  private inside(name: string, attributes: Attributes): void {
    if (name === 'txbxContent' || name === 'p' || name === 'tbl')
      return this.around(name, attributes);
    if (!this.run) return;
    const isOff = /^(0|false|off|none)$/i.test(attributes.get(':val') ?? '');
    if (name === 'b') this.run.bold = !isOff;
    else if (name === 'vanish') this.run.hidden = !isOff;
    else if (name === 'tab') this.run.text += ' ';
    else if (name === 'br' || name === 'cr') this.run.text += '\n';
    else if (name === 'noBreakHyphen') this.run.text += '-';
  }

  private around(name: string, attributes: Attributes): void {
    const paragraph = this.paragraphs.at(-1);
    const value = attributes.get(':val') ?? '';
    if (name === 'p') {
      this.spent.node();
      this.paragraphs.push({ style: null, level: null, list: null, runs: [] });
      // A box of text stands in a run of the paragraph around it.
      this.inRun = 0;
    } else if (name === 'tbl') this.table(() => this.writer.beginTable());
    else if (name === 'tr') this.table(() => this.writer.beginRow());
    else if (name === 'tc') this.table(() => this.writer.beginCell(1, 1));
    else if (name === 'gridSpan') this.writer.spanColumns(Number(value));
    else if (!paragraph) return;
    else if (name === 'pStyle') paragraph.style = value;
    else if (name === 'outlineLvl') paragraph.level = Number(value) + 1;
    else if (name === 'numId') paragraph.list = value;
  }

  private table(begin: () => void): void {
    this.spent.node();
    begin();
  }

  text(text: string): void {
    if (!this.inText || this.skipping > 0 || !this.run) return;
    this.run.text += text;
    this.spent.text(text);
  }

  close(name: string): void {
    if (SKIPPED.has(name) || (name === 'sdtContent' && this.controls.at(-1))) this.skipping -= 1;
    if (this.skipping > 0) return;
    if (name === 't') this.inText = false;
    else if (name === 'sdt') this.controls.pop();
    else if (name === 'r') this.closeRun();
    else if (name === 'p') this.closeParagraph();
    else if (name === 'tc') this.writer.endCell();
    else if (name === 'tr') this.writer.endRow();
    else if (name === 'tbl') this.writer.endTable();
  }

  private closeRun(): void {
    this.inRun = Math.max(0, this.inRun - 1);
    this.run = null;
  }

  private closeParagraph(): void {
    const paragraph = this.paragraphs.pop();
    if (!paragraph) return;
    const { style, runs } = paragraph;
    const level = this.styles.headingLevel(style) ?? paragraph.level;
    const list = paragraph.list ?? this.styles.listOf(style);
    if (level !== null && level >= 1 && level <= 9)
      this.writer.begin('heading', Math.min(level, 6));
    else if (list !== null && list !== '0')
      this.writer.begin('item', this.lists.hasNumbers(list) ? 1 : 0);
    else this.writer.begin('paragraph', 0);
    for (const { text, bold, hidden } of runs) {
      if (hidden || text === '') continue;
      if (bold) this.writer.bold(1);
      text.split('\n').forEach((line, i) => {
        if (i > 0) this.writer.lineBreak();
        this.writer.add(line);
      });
      if (bold) this.writer.bold(-1);
    }
    this.writer.flush();
    // Back in the run that a box of text stood in.
    this.inRun = this.paragraphs.length > 0 ? 1 : 0;
  }
}
