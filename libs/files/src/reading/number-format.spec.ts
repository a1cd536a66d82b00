import { dayShownBy } from './number-format';

describe('dayShownBy', () => {
  it.each([
    [14, undefined, 'day'],
    [17, undefined, 'month'],
    [21, undefined, undefined],
    [0, undefined, undefined],
    [164, 'dd/mm/yyyy', 'day'],
    [164, '[$-809]dd mmmm yyyy;@', 'day'],
    [164, 'ddd d mmm', 'day'],
    [164, 'dd/mm/yyyy hh:mm:ss.000', 'day'],
    [164, 'mmm-yy', 'month'],
    [164, 'mmmm', 'month'],
    [164, 'yyyy', 'year'],
    [164, '[h]:mm', undefined],
    [164, 'mm:ss.0', undefined],
    [164, 'h:mm AM/PM', undefined],
    [164, '0.00', undefined],
    [164, '"days" 0', undefined],
    [164, '#,##0\\d', undefined],
    [164, '[Red]0;[Blue]d', undefined],
    [164, 'General', undefined],
    [14, '0.00', undefined],
  ])('format %i %p shows: %p', (id, code, shown) => expect(dayShownBy(id, code)).toBe(shown));
});
