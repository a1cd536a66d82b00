/**
 * How a column writes its percentages: `percent` (12.5), or `fraction` (0.125). Null where its values
 * fit both.
 */
type ShareUnit = 'percent' | 'fraction';

/** So many schools with at most 1 per cent each are no register's. */
const MANY = 10;

const decimalsOf = (text: string): number => /\.(\d+)/.exec(text)?.[1]?.length ?? 0;

/** Whether a value fits both ways of writing it: 0.125 may be 12.5%, and 0.1% to one decimal. */
export const isSmallShare = (text: string): boolean =>
  /^\+?\d*\.?\d+$/.test(text) && Number(text) > 0 && Number(text) <= 1;

/** Judges a column as a whole, by all of its figures but those that are 0. */
export class ShareColumn {
  private small = 0;
  private exact = 0;
  private beyond = 0;
  private beyondExact = 0;

  add(text: string): void {
    const exact = decimalsOf(text) > 1 ? 1 : 0;
    if (isSmallShare(text)) {
      this.small += 1;
      this.exact += exact;
    } else if (/%$/.test(text) || Number(text) > 1) {
      this.beyond += 1;
      this.beyondExact += exact;
    }
  }

  /** Percentages come with one decimal as a rule, so more of them are a fraction's. */
  unit(): ShareUnit | null {
    if (this.beyond > 0) return 'percent';
    return this.exact > 0 || this.small >= MANY ? 'fraction' : null;
  }

  /** A small value as a percentage to one decimal; null where the column does not tell. */
  percentOf(text: string): number | null {
    const unit = this.unit();
    if (unit === 'fraction') return asFraction(text);
    const odd = decimalsOf(text) > 1 && this.beyondExact === 0;
    return unit === null || odd ? null : Math.round(Number(text) * 10) / 10;
  }
}

/** 0.145 x 100 is 14.499999999999998. */
const asFraction = (text: string): number =>
  Math.round(Number((Number(text) * 100).toFixed(6)) * 10) / 10;

/** Why a value was left out. */
export const shareUnknown = (text: string): string =>
  `“${text}” may be ${text}% or ${asFraction(text)}%, and the other rows of the column do not tell which. It was left out.`;
