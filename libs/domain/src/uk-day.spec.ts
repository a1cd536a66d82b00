import fc from 'fast-check';
import { formatDay, fromSerial, toSerial } from './day';
import { parseUkDay } from './uk-day';

describe('a day as people write it', () => {
  it.each([
    ...['3/12/24', '03/12/2024', '3-12-2024', '3.12.24', '3 Dec 2024', '3rd December 2024'],
    ...['Tue 3 Dec 2024', 'Tuesday, 3rd December 2024', '2024-12-03', '2024-12-03T00:00:00'],
    ...['2024-12-03T00:00:00.000Z', '2024-12-03 14:30', '03/12/2024 00:00:00', '2024/12/03'],
    ...['3-Dec-24', '3 dec 24', '3DEC2024', '3rd of December, 2024', '  3/12/24 '],
    ...['3\u00a0Dec\u00a02024', 'Tues 3 Dec. 2024'],
  ])('%p is 3 December 2024', (text) => expect(parseUkDay(text)).toBe('2024-12-03'));

  it.each([
    ['1/9/24', '2024-09-01'],
    ['1 Sept 2024', '2024-09-01'],
    ['29/02/2024', '2024-02-29'],
    ['1/1/69', '2069-01-01'],
    ['1/1/70', '1970-01-01'],
    ['31.8.99', '1999-08-31'],
    ['2nd Feb 00', '2000-02-02'],
    ['2 May 2024', '2024-05-02'],
  ])('%p is %s', (text, day) => expect(parseUkDay(text)).toBe(day));

  it.each([
    ...[
      '31-02-2024',
      '31/4/24',
      '29/2/2023',
      '0/1/24',
      '1/0/24',
      '32/1/24',
      '3/13/24',
      '12/31/2024',
    ],
    ...[
      '2024-02-30',
      '2024-13-01',
      '3/12',
      'Dec 2024',
      '2024',
      '3/12/024',
      '3/12/20245',
      '1/1/1899',
    ],
    ...[
      '45629',
      'TBC',
      '',
      ' ',
      'never',
      '3 Decembre 2024',
      '3 D 2024',
      '3 Ma 2024',
      'three Dec 2024',
    ],
    // The weekday belongs to another date, so one of the two is wrong.
    ...['Mon 3 Dec 2024', 'Fooday 3 Dec 2024'],
    // Just before midnight UTC in July is the next day in London.
    ...['2024-07-01T23:30:00Z', '2024-12-03T00:00:00+02:00', '3/12/24 and 4/12/24'],
  ])('%p is no day', (text) => expect(parseUkDay(text)).toBeNull());

  it('reads back every day in every way it writes one', () => {
    const days = fc
      .integer({ min: toSerial('1970-01-01'), max: toSerial('2069-12-31') })
      .map(fromSerial);
    fc.assert(
      fc.property(days, (day) => {
        const [y = '', m = '', d = ''] = day.split('-');
        for (const text of [day, `${d}/${m}/${y}`, `${+d}.${+m}.${y.slice(2)}`, formatDay(day)]) {
          expect(parseUkDay(text)).toBe(day);
        }
      }),
    );
  });

  it('gives a real day or none, whatever it is handed', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9 ./\-A-Za-z]{0,20}$/), (text) => {
        const day = parseUkDay(text);
        expect(day === null || fromSerial(toSerial(day)) === day).toBe(true);
      }),
    );
  });
});
