import { dayOfExcelSerial, isBlankRow, readSheetDay, sheetNotes, sheetText } from './sheet-cell';

describe('the day of a cell', () => {
  it.each([
    [45_000, '2023-03-15'],
    [45_000.75, '2023-03-15'],
    [44_255, '2021-02-28'],
    [44_256, '2021-03-01'],
    [45_351, '2024-02-29'],
    [18_264, '1950-01-01'],
    ['45000', '2023-03-15'],
    ['2024-12-03', '2024-12-03'],
    ['3/12/24', '2024-12-03'],
    ['03/12/2024', '2024-12-03'],
    ['3 Dec 2024', '2024-12-03'],
    ['Tue 3 Dec 2024', '2024-12-03'],
    [' 03.12.2024 ', '2024-12-03'],
  ])('%j is %s', (cell, day) => expect(readSheetDay(cell)).toBe(day));

  it.each([
    ['31/02/2024'],
    ['12/25/2024'],
    ['Spring 2024'],
    [2023],
    [-1],
    [9e9],
    [''],
    [null],
    [true],
  ])('%j is none', (cell) => expect(readSheetDay(cell)).toBeNull());

  it('does not take the 29 February 1900 of Excel for a day', () => {
    expect(dayOfExcelSerial(60)).toBeNull();
  });
});

describe('the text of a cell', () => {
  it('is on one line without odd characters', () => {
    expect(sheetText('  St\u00a0Mary’s \n School\u0000 ')).toBe('St Mary’s School');
    expect([sheetText(117065), sheetText(null), sheetText(true)]).toEqual(['117065', '', 'true']);
  });

  it('keeps the paragraphs of notes', () => {
    expect(sheetNotes(' Choir  of 40.\r\n\r\n\r\n\r\nNo piano. ')).toBe(
      'Choir of 40.\n\nNo piano.',
    );
  });

  it('may be missing in a whole row', () => {
    expect(isBlankRow([null, '', '  ', undefined])).toBe(true);
    expect(isBlankRow([null, 0])).toBe(false);
  });
});
