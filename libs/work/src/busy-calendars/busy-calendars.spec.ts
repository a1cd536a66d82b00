import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createTestDatabase, type TestDatabase } from '@tracker/testing';
import type { Network } from '../fetching';
import { fetchCalendar } from './fetch-calendar';
import { readBusyDays } from './read-ics';
import { readBusyDaysOutside } from './read-outside';
import { sweepBusyCalendars } from './sweep-busy-calendars';

const TODAY = '2024-11-20';
const YEAR = { from: TODAY, to: '2025-12-31' };
const HOSTS = ['outlook.office365.com', 'outlook.office.com'];

/** Outlook's own name for London's time, as its files bring it along. */
const LONDON = `BEGIN:VTIMEZONE
TZID:GMT Standard Time
BEGIN:STANDARD
DTSTART:16010101T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0000
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T010000
TZOFFSETFROM:+0000
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3
END:DAYLIGHT
END:VTIMEZONE`;

const calendar = (...entries: string[]) =>
  Buffer.from(
    ['BEGIN:VCALENDAR', 'VERSION:2.0', LONDON, ...entries, 'END:VCALENDAR']
      .join('\n')
      .replaceAll('\n', '\r\n'),
  );
let uid = 0;
const entry = (...lines: string[]) =>
  ['BEGIN:VEVENT', `UID:${(uid += 1)}`, 'SUMMARY:Secret', ...lines, 'END:VEVENT'].join('\n');
/** Of one day. */
const timed = (day: string, from: string, to: string, ...lines: string[]) =>
  entry(
    `DTSTART;TZID=GMT Standard Time:${day}T${from}00`,
    `DTEND;TZID=GMT Standard Time:${day}T${to}00`,
    ...lines,
  );
const whole = (from: string, to: string, ...lines: string[]) =>
  entry(`DTSTART;VALUE=DATE:${from}`, `DTEND;VALUE=DATE:${to}`, ...lines);

describe('a calendar', () => {
  it.each([
    ['three hours of a day', [timed('20241203', '0900', '1200')], ['2024-12-03']],
    ['an hour', [timed('20241203', '0900', '1000')], []],
    [
      'two of which it takes both',
      [timed('20241203', '0900', '1030'), timed('20241203', '1100', '1230')],
      ['2024-12-03'],
    ],
    [
      'whole days, to the day before the end',
      [whole('20241209', '20241212')],
      ['2024-12-09', '2024-12-10', '2024-12-11'],
    ],
    ['a day without an end', [entry('DTSTART;VALUE=DATE:20241209')], ['2024-12-09']],
    ['what lies before today', [whole('20241101', '20241122')], ['2024-11-20', '2024-11-21']],
    ['free time', [whole('20241209', '20241210', 'TRANSP:TRANSPARENT')], []],
    [
      'work elsewhere',
      [whole('20241209', '20241210', 'X-MICROSOFT-CDO-BUSYSTATUS:WORKINGELSEWHERE')],
      [],
    ],
    ['what is cancelled', [whole('20241209', '20241210', 'STATUS:CANCELLED')], []],
    [
      'out of office',
      [whole('20241209', '20241210', 'X-MICROSOFT-CDO-BUSYSTATUS:OOF')],
      ['2024-12-09'],
    ],
    // Half past eight UTC is half past nine in London in summer.
    [
      'a time in UTC',
      [entry('DTSTART:20250603T083000Z', 'DTEND:20250603T113000Z')],
      ['2025-06-03'],
    ],
    ['a summer’s day by London’s clock', [timed('20250603', '0900', '1200')], ['2025-06-03']],
    [
      'a time without a zone',
      [entry('DTSTART:20250603T090000', 'DTEND:20250603T120000')],
      ['2025-06-03'],
    ],
    ['what takes no time', [entry('DTSTART:20241203T090000Z')], []],
  ])('with %s', (_, entries, days) => {
    expect(readBusyDays(calendar(...entries).toString(), YEAR)).toEqual(days);
  });

  it('repeats what repeats, without what is taken out or moved', () => {
    const weekly = [
      'BEGIN:VEVENT\nUID:weekly\nSUMMARY:Secret',
      'DTSTART;TZID=GMT Standard Time:20190107T090000',
      'DTEND;TZID=GMT Standard Time:20190107T130000',
      'RRULE:FREQ=WEEKLY;BYDAY=MO;UNTIL=20241223T090000Z',
      'EXDATE;TZID=GMT Standard Time:20241202T090000\nEND:VEVENT',
    ].join('\n');
    const moved = [
      'BEGIN:VEVENT\nUID:weekly\nSUMMARY:Secret',
      'RECURRENCE-ID;TZID=GMT Standard Time:20241209T090000',
      'DTSTART;TZID=GMT Standard Time:20241211T090000',
      'DTEND;TZID=GMT Standard Time:20241211T130000\nEND:VEVENT',
    ].join('\n');
    const off = [
      'BEGIN:VEVENT\nUID:weekly\nSTATUS:CANCELLED',
      'RECURRENCE-ID;TZID=GMT Standard Time:20241216T090000',
      'DTSTART;TZID=GMT Standard Time:20241216T090000',
      'DTEND;TZID=GMT Standard Time:20241216T130000\nEND:VEVENT',
    ].join('\n');
    expect(readBusyDays(calendar(moved, weekly, off).toString(), YEAR)).toEqual([
      ...['2024-11-25', '2024-12-11', '2024-12-23'],
    ]);
  });

  it('is read within its bound of entries', () => {
    const daily = calendar(whole('20240101', '20240102', 'RRULE:FREQ=DAILY')).toString();
    expect(readBusyDays(daily, YEAR)).toHaveLength(407);
    const tooMany = 'The calendar has too many entries to be read.';
    expect(() => readBusyDays(daily, YEAR, 300)).toThrow(tooMany);
  });

  it('with a rule that has no sense is not read', () => {
    const odd = calendar(whole('20240101', '20240102', 'RRULE:FREQ=SECONDLY')).toString();
    expect(() => readBusyDays(odd, YEAR)).toThrow('An entry of the calendar cannot be read.');
  });

  it('whose entry never comes round again is given up', async () => {
    const never = timed('20240101', '0900', '1200', 'RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30');
    await expect(readBusyDaysOutside(calendar(never), YEAR)).rejects.toThrow(
      /^Reading the file took too long, so it was stopped\.$/,
    );
  });

  it.each([
    '',
    '<html>Sign in</html>',
    'BEGIN:VCALENDAR\r\nBEGIN:VEVENT',
    'BEGIN:VCARD\r\nEND:VCARD',
  ])('is not %j', (text) => {
    expect(() => readBusyDays(text, YEAR)).toThrow('What is at the address is no calendar.');
  });
});

let server: Server;
let answers: Record<string, () => { status?: number; location?: string; body?: Buffer }> = {};
let asked: string[] = [];
beforeAll(async () => {
  server = createServer(({ url = '', headers }, response) => {
    asked.push(`${headers.host}${url}`);
    const { status = 200, location, body } = answers[url]?.() ?? { status: 404 };
    response.writeHead(status, location ? { location } : {}).end(body);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
});
beforeEach(() => void (asked = []));
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** Every name leads to the server above, which speaks without TLS. */
const network: Network = {
  addressesOf: async () => [{ address: '127.0.0.1', family: 4 }],
  mayBeReached: (address) => address === '127.0.0.1',
  portOf: () => (server.address() as AddressInfo).port,
  protocolOf: () => 'http:',
};
const at = (path: string) => `https://outlook.office.com${path}`;

describe('the address of a calendar', () => {
  const fetched = (address: string, hosts = HOSTS) =>
    fetchCalendar(address, hosts, { network, seconds: 5, bytes: 1024 });

  it('is asked, also where it leads on to another of the hub’s hosts', async () => {
    answers = {
      '/a.ics': () => ({ status: 302, location: 'https://outlook.office365.com/b.ics' }),
      '/b.ics': () => ({ body: Buffer.from('BEGIN') }),
    };
    expect((await fetched(at('/a.ics'))).toString()).toBe('BEGIN');
    const { port } = server.address() as AddressInfo;
    expect(asked).toEqual([
      `outlook.office.com:${port}/a.ics`,
      `outlook.office365.com:${port}/b.ics`,
    ]);
  });

  it.each([
    ['another host', 'https://evil.example/b.ics'],
    ['no TLS', 'http://outlook.office.com/b.ics'],
    ['a file', 'file:///etc/passwd'],
    ['another port', 'https://outlook.office.com:8443/b.ics'],
  ])('does not lead on to %s', async (_, location) => {
    answers = { '/a.ics': () => ({ status: 302, location }) };
    await expect(fetched(at('/a.ics'))).rejects.toThrow('The address leads on to another host.');
    expect(asked).toHaveLength(1);
  });

  it('is not asked once its host is none of the hub’s any more, or lies in a private network', async () => {
    await expect(fetched(at('/a.ics'), [])).rejects.toThrow('This hub reads no calendars.');
    const inside = { ...network, mayBeReached: () => false };
    await expect(fetchCalendar(at('/a.ics'), HOSTS, { network: inside })).rejects.toThrow(
      'The address leads into a private network.',
    );
    expect(asked).toEqual([]);
  });

  it('holds no more than so many bytes', async () => {
    answers = { '/a.ics': () => ({ body: Buffer.alloc(2048) }) };
    await expect(fetched(at('/a.ics'))).rejects.toThrow(/^What is at the address is larger than/);
  });
});

describe('the worker', () => {
  let database: TestDatabase;
  const sql = (text: string, values: unknown[] = []) => database.dataSource.query(text, values);
  const visitor = async (email: string, path: string, active = true): Promise<string> => {
    const [{ id }] = await sql(
      `INSERT INTO users (name, email, role, active) VALUES ('A', $1, 'regional', $2) RETURNING id`,
      [email, active],
    );
    await sql('INSERT INTO busy_calendars (user_id, address) VALUES ($1, $2)', [id, at(path)]);
    return id;
  };
  const daysOf = async (id: string): Promise<string[]> =>
    (await sql('SELECT day::text FROM busy_days WHERE user_id = $1 ORDER BY day', [id])).map(
      ({ day }: { day: string }) => day,
    );
  const problemOf = async (id: string) =>
    (await sql('SELECT problem FROM busy_calendars WHERE user_id = $1', [id]))[0].problem;
  const sweep = () => sweepBusyCalendars(database.dataSource, { today: TODAY, network });
  const anHourOn = () =>
    sql(`UPDATE busy_calendars SET asked_at = asked_at - interval '61 minutes'`);
  beforeAll(async () => void (database = await createTestDatabase()));
  afterAll(() => database.drop());

  it('reads each calendar once an hour, keeps the days alone, and those it knew when it cannot', async () => {
    const first = whole('20241209', '20241211');
    answers = { '/good.ics': () => ({ body: calendar(first) }) };
    const good = await visitor('good@hub.example', '/good.ics');
    const bad = await visitor('bad@hub.example', '/gone.ics');
    await visitor('left@hub.example', '/good.ics', false);
    expect(await sweep()).toBe(2);
    expect(await daysOf(good)).toEqual(['2024-12-09', '2024-12-10']);
    expect([await problemOf(good), await problemOf(bad)]).toEqual([
      null,
      'The address leads nowhere: its website answered 404.',
    ]);
    expect(await sweep()).toBe(0);

    await anHourOn();
    answers = { '/good.ics': () => ({ body: calendar(whole('20241216', '20241217')) }) };
    await sweep();
    expect(await daysOf(good)).toEqual(['2024-12-16']);

    await anHourOn();
    answers = { '/good.ics': () => ({ status: 500 }) };
    await sweep();
    expect(await daysOf(good)).toEqual(['2024-12-16']);
    expect(await problemOf(good)).toBe('The address leads nowhere: its website answered 500.');

    // Nothing of it stands anywhere else.
    const written = await sql(
      `SELECT count(*)::int AS n FROM audit_entries WHERE entity LIKE 'busy%'`,
    );
    expect(written[0].n).toBe(0);
    const [{ kept }] = await sql(`SELECT json_agg(d)::text AS kept FROM busy_days d`);
    expect(kept).not.toContain('Secret');
  });

  it('keeps nothing of an address that was changed while it was read', async () => {
    const id = await visitor('moved@hub.example', '/old.ics');
    answers = { '/old.ics': () => ({ body: calendar(whole('20241209', '20241210')) }) };
    const slow: Network = {
      ...network,
      addressesOf: async () => {
        await sql('UPDATE busy_calendars SET address = $2 WHERE user_id = $1', [
          id,
          at('/new.ics'),
        ]);
        return network.addressesOf('');
      },
    };
    await sweepBusyCalendars(database.dataSource, { today: TODAY, network: slow });
    expect(await daysOf(id)).toEqual([]);
  });
});
