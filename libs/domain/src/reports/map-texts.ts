import type { ReportBlock, ReportDocument } from './report-document';

/** The same document with every text of it changed by `change`. */
export function mapTexts(
  { title, subtitle, author, blocks }: ReportDocument,
  change: (text: string) => string,
): ReportDocument {
  return {
    ...{ title: change(title), subtitle: change(subtitle), author: change(author) },
    blocks: blocks.map((block) => mapBlock(block, change)),
  };
}

function mapBlock(block: ReportBlock, change: (text: string) => string): ReportBlock {
  const all = (texts: readonly string[]) => texts.map(change);
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return { ...block, text: change(block.text) };
    case 'list':
      return { ...block, items: all(block.items) };
    case 'figures':
      return {
        ...block,
        items: block.items.map(({ value, label }) => ({
          value: change(value),
          label: change(label),
        })),
      };
    case 'table':
      return {
        ...{ ...block, caption: change(block.caption), head: all(block.head) },
        rows: block.rows.map(all),
      };
    case 'lines':
      return {
        ...{ ...block, title: change(block.title), inWords: change(block.inWords) },
        lines: block.lines.map((line) => ({ ...line, name: change(line.name) })),
        ticks: block.ticks.map((tick) => ({ ...tick, label: change(tick.label) })),
      };
    case 'bars':
      return {
        ...{ ...block, title: change(block.title), inWords: change(block.inWords) },
        bars: block.bars.map((bar) => ({
          ...{ ...bar, label: change(bar.label), words: change(bar.words) },
        })),
      };
  }
}
