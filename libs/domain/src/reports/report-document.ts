/** A line of a chart; `x` is a day's number, null in `y` is a day without a value. */
export interface ChartLine {
  name: string;
  dashed: boolean;
  points: { x: number; y: number | null }[];
}

export interface ChartBar {
  label: string;
  value: number;
  /** As it stands at the bar's end: `41 of 120`. */
  words: string;
}

/** A piece of a document, whatever it is written as. */
export type ReportBlock =
  | { kind: 'heading'; level: 1 | 2; text: string }
  | { kind: 'paragraph'; text: string }
  | { kind: 'list'; items: string[] }
  | { kind: 'figures'; items: { value: string; label: string }[] }
  | {
      kind: 'table';
      caption: string;
      head: string[];
      /** The first cell of a row names it; the others are figures. */
      rows: string[][];
    }
  | {
      kind: 'lines';
      title: string;
      /** What it shows, for whoever does not see it. */
      inWords: string;
      lines: ChartLine[];
      /** Where the axis of days is labelled. */
      ticks: { x: number; label: string }[];
    }
  | {
      kind: 'bars';
      title: string;
      inWords: string;
      bars: ChartBar[];
      /** What a full bar stands for. */
      most: number;
    };

export interface ReportDocument {
  title: string;
  subtitle: string;
  author: string;
  blocks: ReportBlock[];
}
