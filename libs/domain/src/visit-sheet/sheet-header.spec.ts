import { findSheetHeader } from './sheet-header';
import { placeRows } from './sheet-to-read';
import { sheetOf, type Line } from './testing/sheets';

const header = (lines: Line[]) => findSheetHeader(placeRows(sheetOf(lines)));

describe('the header of a sheet', () => {
  it('comes below titles and blank rows', () => {
    const lines: Line[] = [
      ['School visits 2021 to 2024', null, null],
      [],
      ['Kept by the hub; ask before changing the date', '', ''],
      ['School', 'Date of visit', 'Notes'],
      ['Reed First School', '3/12/24', 'Visited on a date that suited the school'],
    ];
    expect(header(lines)).toMatchObject({
      ...{ line: 4, firstRow: 4, titles: ['School', 'Date of visit', 'Notes'] },
    });
  });

  it('may be two rows', () => {
    const lines: Line[] = [
      ['School', 'Autumn', null, 'Spring'],
      [null, 'Date', 'Notes', 'Date'],
      ['Reed First School', '3/12/24', 'x', null],
    ];
    expect(header(lines)).toMatchObject({
      ...{ line: 2, titles: ['School', 'Autumn Date', 'Autumn Notes', 'Spring Date'] },
    });
  });

  it('is the fullest row of text where no row names a school and a day', () => {
    expect(header([['Our list'], ['Schule', 'Ort', 'Tag'], ['A', 'B', 'C']])?.line).toBe(2);
  });

  it('is no row of visits', () => {
    const lines: Line[] = [
      ['Reed First School', '1/25/2024'],
      ['Reed First School', '2/3/2024'],
    ];
    expect(header(lines)).toMatchObject({ line: null, titles: ['Column A', 'Column B'] });
  });

  it('is none where there is no text', () => {
    expect(header([])).toBeNull();
    expect(
      header([
        [null, ''],
        [1, 2],
      ]),
    ).toBeNull();
  });

  it('tells the year of a title above', () => {
    const lines: Line[] = [['Visits 2022/23'], ['School', 'Date'], ['Reed First School', '3 May']];
    expect(header(lines)?.yearAbove).toBe('2022-23');
  });
});
