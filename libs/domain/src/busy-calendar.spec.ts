import {
  busyDays,
  calendarAddress,
  checkCalendarHosts,
  DEFAULT_CALENDAR_HOSTS,
} from './busy-calendar';
import { londonInstant } from './day';

const HOSTS = DEFAULT_CALENDAR_HOSTS;
const ICS = 'outlook.office365.com/owa/calendar/a@hub.example/b/calendar.ics';

it.each([
  [`https://${ICS}`, `https://${ICS}`],
  [`  WEBCAL://${ICS} `, `https://${ICS}`],
  ['https://OUTLOOK.office.com/x.ics', 'https://outlook.office.com/x.ics'],
])('reads the address %s', (typed, address) => {
  expect(calendarAddress(typed, HOSTS)).toEqual({ address });
});

it.each([
  ['my calendar', 'Paste the whole address, from https:// to .ics.'],
  [`http://${ICS}`, 'The address must begin with https://.'],
  ['file:///etc/passwd', 'The address must begin with https://.'],
  [`https://me:pass@${ICS}`, 'The address must be without a name, password or port.'],
  ['https://outlook.office.com:8443/x', 'The address must be without a name, password or port.'],
  [
    'https://outlook.office.com.evil.example/x',
    'Calendars are read from outlook.office365.com and outlook.office.com only.',
  ],
  [
    'https://127.0.0.1/x',
    'Calendars are read from outlook.office365.com and outlook.office.com only.',
  ],
  [
    `https://outlook.office.com/${'x'.repeat(2000)}`,
    'The address must be at most 2000 characters.',
  ],
])('does not read %s', (typed, problem) => {
  expect(calendarAddress(typed, HOSTS)).toEqual({ problem });
});

it('reads nothing for a hub without hosts', () => {
  expect(calendarAddress(`https://${ICS}`, [])).toEqual({
    problem: 'This hub reads no calendars.',
  });
});

it.each([
  [['outlook.office.com', 'calendar.google.com'], []],
  [[], []],
  [
    ['https://outlook.office.com'],
    ['“https://outlook.office.com” is not the name of a host, such as outlook.office.com.'],
  ],
  [['localhost'], ['“localhost” is not the name of a host, such as outlook.office.com.']],
  [['10.0.0.1'], ['“10.0.0.1” is not the name of a host, such as outlook.office.com.']],
  [
    Array.from({ length: 11 }, (_, n) => `h${n}.example`),
    ['There must be at most 10 hosts of calendars.'],
  ],
])('judges the hosts %j', (hosts, faults) => {
  expect(checkCalendarHosts(hosts)).toEqual(faults);
});

describe('a day is busy', () => {
  const within = { from: '2024-12-01', to: '2024-12-31' };
  const span = (day: string, from: string, to: string, until = day) => ({
    start: londonInstant(day, from),
    end: londonInstant(until, to),
  });

  it.each([
    ['three hours of it are taken', [span('2024-12-03', '09:00', '12:00')], ['2024-12-03']],
    ['an hour leaves it free', [span('2024-12-03', '10:00', '11:00')], []],
    [
      'hours add up',
      [span('2024-12-03', '09:30', '11:00'), span('2024-12-03', '13:00', '14:30')],
      ['2024-12-03'],
    ],
    [
      'what overlaps counts once',
      [span('2024-12-03', '10:00', '12:00'), span('2024-12-03', '10:30', '12:30')],
      [],
    ],
    ['what lies outside school hours does not count', [span('2024-12-03', '15:00', '22:00')], []],
    [
      'over several days each of them is',
      [span('2024-12-03', '13:00', '12:00', '2024-12-05')],
      ['2024-12-04', '2024-12-05'],
    ],
    ['what ends before it begins is nothing', [span('2024-12-03', '14:00', '09:00')], []],
  ])('when %s', (_, spans, days) => {
    expect(busyDays(spans, [], within)).toEqual(days);
  });

  it('when something lasts the whole day, and only within the days looked at', () => {
    const away = [{ from: '2024-11-28', to: '2024-12-02' }];
    expect(busyDays([], away, within)).toEqual(['2024-12-01', '2024-12-02']);
    const years = [span('2000-01-01', '00:00', '00:00', '2099-01-01')];
    expect(busyDays(years, [], within)).toHaveLength(31);
  });

  it('by the clock of London, in summer too', () => {
    const june = { from: '2025-06-01', to: '2025-06-30' };
    const utc = (time: string) => Date.parse(`2025-06-03T${time}:00Z`);
    // 9 to 12 in London.
    expect(busyDays([{ start: utc('08:00'), end: utc('11:00') }], [], june)).toHaveLength(1);
    // 8 to 11 in London: two hours of school.
    expect(busyDays([{ start: utc('07:00'), end: utc('10:00') }], [], june)).toEqual([]);
  });
});
