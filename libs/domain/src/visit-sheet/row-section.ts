import { shorten } from '../register/rejection';
import { titleWords } from './column-titles';
import type { RowFault } from './file-reading';
import { headsNoVisits } from './names-no-visits';
import { sheetText } from './sheet-cell';
import type { PlacedRow } from './sheet-to-read';

/** What the headings above a row say against its visit: "Cancelled visits", other column names. */
export class Section {
  private noVisits: string | null = null;
  private otherTitles: string | null = null;
  /** Whether a row has been read below the last heading. */
  private begun = true;

  constructor(
    private readonly titles: readonly string[],
    above: readonly string[],
  ) {
    const title = above.find(headsNoVisits);
    if (title !== undefined) this.noVisits = `“${shorten(title, 60)}” stands above it`;
  }

  heading(row: PlacedRow): void {
    const text = row.cells.map(sheetText).find((each) => each !== '') ?? '';
    if (headsNoVisits(text)) {
      this.noVisits = `It stands under “${shorten(text, 60)}” on line ${row.line}`;
    } else if (this.begun) {
      // "East" directly below "Cancelled visits" is a part of it.
      this.noVisits = null;
    }
    this.begun = false;
  }

  /** The header stands there again: another list may begin, with other columns. */
  repeated(row: PlacedRow): void {
    const other = row.cells.findIndex((cell, index) => {
      const text = sheetText(cell);
      const before = this.titles[index] ?? '';
      return text !== '' && before !== '' && titleWords(text) !== titleWords(before);
    });
    const said = sheetText(row.cells[other]);
    this.otherTitles =
      other < 0
        ? null
        : `Line ${row.line} calls a column “${shorten(said, 40)}” that was “${shorten(this.titles[other] ?? '', 40)}” before`;
  }

  faults(): RowFault[] {
    this.begun = true;
    const about = { for: 'not_held' as const, column: '', value: '' };
    return [this.noVisits, this.otherTitles]
      .filter((each) => each !== null)
      .map((each) => ({ ...about, message: `${each}, so nobody says that the visit took place.` }));
  }
}
