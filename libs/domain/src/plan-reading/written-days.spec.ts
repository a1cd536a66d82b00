import { findDays } from './written-days';

it.each([
  ['September 2024', '2024-09'],
  ['Sept 2025', '2025-09'],
  ['Nov 2024', '2024-11'],
  ['Sep 26', '2026-09'],
  ["Sept '25", '2025-09'],
  ['July, 2025', '2025-07'],
  ['22.7.24', '2024-07-22'],
  ['22/7/24', '2024-07-22'],
  ['10/03/2025', '2025-03-10'],
  ['2024-08-26', '2024-08-26'],
  ['August 26th 2024', '2024-08-26'],
  ['August 26, 2024', '2024-08-26'],
  ['10th September 2025', '2025-09-10'],
  ['1st of Sept 2025', '2025-09-01'],
  ['Monday 1 September 2025', '2025-09-01'],
  ['09/2023', '2023-09'],
  ['29 February 2024', '2024-02-29'],
])('%s is %s', (text, day) => expect(findDays(text).map((found) => found.day)).toEqual([day]));

it.each([
  ...['2024', '2024-25', 'October 2024-25', 'Autumn 2024', 'Summer term 2025', '31 June 2025'],
  ...['29 February 2025', 'May', 'annually', '14/13/2025', '45.7.24', 'Year 7 2024'],
])('%s is none', (text) => expect(findDays(text)).toEqual([]));

it('gives several in their order', () => {
  const found = findDays('September 2024, updated 3.2.25');
  expect(found.map(({ day }) => day)).toEqual(['2024-09', '2025-02-03']);
});
