import { createRequire } from 'node:module';
import type { default as Ical } from 'ical.js' with { 'resolution-mode': 'import' };
import PostalMime from 'postal-mime';
import type { MailEntity } from '@tracker/data';
import { feedFile, invitationFile } from './calendar-file';
import { composeMail } from './compose-mail';

const ICAL = createRequire(__filename)('ical.js') as typeof Ical;

const ENV = {
  host: '127.0.0.1',
  port: 3000,
  nodeEnv: 'test' as const,
  smtpUrl: 'smtp://mail',
  mailFrom: 'Gŵyl, "Music" Hub <music@hub.example>',
};

/** What people call themselves and their schools, and what gets in by copying. */
const PIECES = [
  'Siân "Gŵyl" O’Brien',
  "O'Brien, Jo; (acting)",
  'back\\slash \\n \\, \\;',
  'Zoë\r\nBcc: everybody@hub.example',
  'line\nbreak\rand tab\t.',
  'vertical\u000btab, nul\u0000, bell\u0007, delete\u007f',
  'next\u0085line separator\u2028paragraph\u2029',
  'half \ud83d of an emoji',
  'no character \uffff\ufffe',
  '🎺🎻👩🏽‍🏫 music',
  'مدرسة الموسيقى',
  '学校音楽'.repeat(20),
  'ŵ'.repeat(120),
  'Very long name of a school that goes on '.repeat(12),
  'a:b=c@d<e>f^g%h',
  'BEGIN:VEVENT\r\nEND:VCALENDAR',
  '=?utf-8?Q?=41?=',
  '"',
  '   ',
  '',
];
/** The same each time: pairs and triples of the pieces. */
const TEXTS = PIECES.flatMap((one, n) => [
  one,
  `${one}${PIECES[(n * 7 + 3) % PIECES.length] ?? ''}`,
  `${PIECES[(n * 5 + 1) % PIECES.length] ?? ''}, ${one}; ${PIECES[(n * 11 + 2) % PIECES.length] ?? ''}`,
]);

// What a person reads of it: breaks and controls are nobody's name.
const seen = (text: string) =>
  Buffer.from(text)
    .toString()
    .replace(/[\p{Cc}\u2028\u2029\ufffe\uffff\ufffd]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();

// What looks like an encoded word is kept from being decoded.
const inHeader = (text: string) => seen(text).replaceAll('=?', '= ?');

const invitation = (text: string) => ({
  uid: 'visit-1@school-engagement-tracker',
  sequence: 1,
  method: 'REQUEST' as const,
  day: '2024-12-03',
  startTime: '09:30',
  minutes: 60,
  summary: text,
  location: text,
  visitor: text,
});

function mailOf(text: string, toAddress = 'jo@school.example'): MailEntity {
  return {
    id: '6d1f4f0e-58d5-4b6e-9d0a-0d5f3d6f1a11',
    toName: text,
    toAddress,
    replyTo: null,
    subject: text,
    body: text,
    event: invitation(text),
    createdAt: new Date('2024-11-20T10:00:00Z'),
    sentAt: null,
  } as MailEntity;
}

/** Lines end in CRLF alone, none has more than 75 octets, and none breaks a character. */
function expectFolded(ics: string): void {
  expect(ics.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  for (const line of ics.split('\r\n')) {
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(Buffer.from(line).toString()).toBe(line);
  }
  expect(ics).not.toMatch(/[^\P{Cc}\t\n\r]/u);
}

it.each(TEXTS.map((text) => [JSON.stringify(text).slice(0, 60), text]))(
  'an email and its calendar say %s as it is, and no more',
  async (_, text) => {
    const { raw } = await composeMail(mailOf(text), ENV);
    const [head = ''] = raw.toString('latin1').split('\r\n\r\n');
    // eslint-disable-next-line no-control-regex
    expect(head).toMatch(/^[\x09\x0a\x0d\x20-\x7e]*$/);
    const lines = head.split('\r\n');
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(998);
    const parsed = await PostalMime.parse(raw);
    expect(parsed.to).toHaveLength(1);
    expect(parsed.to?.[0]?.address).toBe('jo@school.example');
    expect(inHeader(parsed.to?.[0]?.name ?? '')).toBe(inHeader(text));
    expect(parsed.bcc).toBeUndefined();
    expect(parsed.from).toMatchObject({ address: 'music@hub.example', name: 'Gŵyl, "Music" Hub' });
    expect(inHeader(parsed.subject ?? '')).toBe(inHeader(text));
    expect(seen(parsed.text ?? '')).toBe(seen(text));

    const ics = invitationFile({
      invitation: invitation(text),
      organizer: { name: text, address: 'music@hub.example' },
      attendee: { name: text, address: 'jo@school.example' },
      description: text,
      stamp: new Date('2024-11-20T10:00:00Z'),
    });
    expectFolded(ics);
    const [event, ...others] = new ICAL.Component(ICAL.parse(ics)).getAllSubcomponents();
    expect(others).toEqual([]);
    const valueOf = (name: string) => seen(String(event?.getFirstPropertyValue(name) ?? ''));
    expect([valueOf('summary'), valueOf('location'), valueOf('description')]).toEqual(
      [text, text, text].map(seen),
    );
    const attendee = event?.getFirstProperty('attendee');
    expect(String(attendee?.getFirstValue()).toLowerCase()).toBe('mailto:jo@school.example');
    // RFC 5545 has no quotation mark inside a name.
    const plain = (name: string) => seen(name).replace(/["'’]/g, '');
    const called = plain(String(attendee?.getParameter('cn') ?? ''));
    expect(called).toBe(plain(text) || (seen(text) === '' ? 'jo@school.example' : ''));
  },
);

it('so does the calendar that people subscribe to', () => {
  const events = TEXTS.map((text, n) => ({
    uid: `visit-${n}`,
    sequence: 0,
    changedAt: new Date('2024-11-20T10:00:00Z'),
    day: '2024-12-03',
    startTime: n % 2 ? null : '09:30',
    minutes: 60,
    summary: text,
    location: text,
    description: text,
    url: 'https://tracker.hub.example/#/visits/1/show',
    confirmed: true,
  }));
  const ics = feedFile(TEXTS.join(' '), events);
  expectFolded(ics);
  const found = new ICAL.Component(ICAL.parse(ics)).getAllSubcomponents('vevent');
  expect(found.map((event) => seen(String(event.getFirstPropertyValue('summary') ?? '')))).toEqual(
    TEXTS.map(seen),
  );
});

it.each([
  ['jo@schüle.example', 'jo@xn--schle-mva.example'],
  ['jo@Ysgol-Gŵyl.example', 'jo@xn--ysgol-gyl-h9b.example'],
  ['Jo.Marsh+music@school.example', 'Jo.Marsh+music@school.example'],
])('an email to %s goes to %s', async (address, wire) => {
  const message = await composeMail(mailOf('Jo', address), ENV);
  expect(message.to.toLowerCase()).toBe(wire.toLowerCase());
  // eslint-disable-next-line no-control-regex
  expect(message.raw.toString('latin1').split('\r\n\r\n')[0]).toMatch(/^[\x00-\x7f]*$/);
});
