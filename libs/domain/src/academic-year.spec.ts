import fc from 'fast-check';
import {
  academicYearOf,
  academicYearsBetween,
  academicYearSpan,
  addAcademicYears,
  isAcademicYear,
} from './academic-year';
import { addDays, fromSerial, toSerial } from './day';

describe('academic year', () => {
  it.each([
    ['2024-08-31', '2023-24'],
    ['2024-09-01', '2024-25'],
    ['2024-12-31', '2024-25'],
    ['2025-01-01', '2024-25'],
    ['1999-09-01', '1999-00'],
    ['2099-10-10', '2099-00'],
  ])('%s is in %s', (day, year) => expect(academicYearOf(day)).toBe(year));

  it.each(['2024-25', '1999-00', '2009-10'])('%s is one', (text) =>
    expect(isAcademicYear(text)).toBe(true),
  );

  it.each(['2024-26', '2024/25', '2024-2025', '24-25', '2024', '1824-25', '', null, 2024])(
    '%p is none',
    (text) => expect(isAcademicYear(text)).toBe(false),
  );

  it('opens on 1 September and closes on 31 August', () => {
    expect(academicYearSpan('2024-25')).toEqual({ opensOn: '2024-09-01', closesOn: '2025-08-31' });
    expect(() => academicYearSpan('2024-26')).toThrow('Not an academic year: 2024-26');
  });

  it('is counted forwards and backwards', () => {
    expect(addAcademicYears('2024-25', 2)).toBe('2026-27');
    expect(addAcademicYears('2000-01', -1)).toBe('1999-00');
    expect(academicYearsBetween('2024-25', '2026-27')).toBe(2);
    expect(academicYearsBetween('2024-25', '2021-22')).toBe(-3);
  });

  it('holds every day of its span and no other', () => {
    const days = fc.integer({ min: toSerial('1901-01-01'), max: toSerial('2198-12-31') });
    fc.assert(
      fc.property(days.map(fromSerial), (day) => {
        const year = academicYearOf(day);
        const { opensOn, closesOn } = academicYearSpan(year);
        expect(isAcademicYear(year) && opensOn <= day && day <= closesOn).toBe(true);
        expect(academicYearOf(addDays(closesOn, 1))).toBe(addAcademicYears(year, 1));
      }),
    );
  });
});
