import { once } from 'node:events';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { default as Ical } from 'ical.js' with { 'resolution-mode': 'import' };
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

// Its types speak of the ES module alone; what is required is built for CommonJS.
const ICAL = createRequire(__filename)('ical.js') as typeof Ical;

/** A mail as it arrived. */
export interface ArrivedMail {
  to: string;
  parsed: Email;
  /** Its calendar entry. */
  event: ArrivedEvent | null;
}

export interface ArrivedEvent {
  method: string;
  uid: string;
  sequence: number;
  /** ISO 8601; a day for a whole one. */
  start: string;
  end: string;
  summary: string;
  location: string;
  organizer: string;
  attendee: string;
  status: string;
}

/** A real mail server in this process, which can be as difficult as real ones are. */
export class MailServer {
  readonly arrived: ArrivedMail[] = [];
  /** What it answers to a recipient instead of taking it. */
  readonly refusals = new Map<string, { code: number; words: string }>();
  /** Called when a message has arrived, before it is acknowledged. */
  beforeAnswer: () => Promise<void> = () => Promise.resolve();
  private server: SMTPServer | null = null;
  private port = 0;

  get url(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  /** On the port it had before, if it had one. */
  async start(): Promise<void> {
    const server = new SMTPServer({
      disabledCommands: ['AUTH', 'STARTTLS'],
      logger: false,
      onRcptTo: ({ address }, _session, done) => {
        const refusal = this.refusals.get(address);
        done(refusal && Object.assign(new Error(refusal.words), { responseCode: refusal.code }));
      },
      onData: (stream, session, done) => {
        const to = session.envelope.rcptTo.map(({ address }) => address).join();
        void this.take(stream, to).then(() => done(), done);
      },
    });
    server.on('error', () => undefined);
    server.listen(this.port, '127.0.0.1');
    await once(server.server, 'listening');
    this.port = (server.server.address() as AddressInfo).port;
    this.server = server;
  }

  async stop(): Promise<void> {
    const { server } = this;
    this.server = null;
    if (server) await new Promise<void>((resolve) => void server.close(() => resolve()));
  }

  /** What arrived at an address, in order. */
  at(address: string): ArrivedMail[] {
    return this.arrived.filter(({ to }) => to === address);
  }

  private async take(stream: Readable, to: string): Promise<void> {
    const parsed = await PostalMime.parse(await buffer(stream), { attachmentEncoding: 'utf8' });
    const ics = parsed.attachments.find(({ filename }) => filename === 'visit.ics');
    this.arrived.push({ to, parsed, event: ics ? readEvent(String(ics.content)) : null });
    await this.beforeAnswer();
  }
}

/** The one event of a calendar. */
export function readEvent(text: string): ArrivedEvent {
  const [event] = readEvents(text);
  if (!event) throw new Error('There is no event in the calendar.');
  return event;
}

/** The events of a calendar, by a library that is not the one that writes them. */
export function readEvents(text: string): ArrivedEvent[] {
  const calendar = new ICAL.Component(ICAL.parse(text) as never);
  const method = String(calendar.getFirstPropertyValue('method'));
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    return {
      method,
      uid: event.uid,
      sequence: event.sequence,
      start: event.startDate.toString(),
      end: event.endDate.toString(),
      summary: event.summary,
      location: event.location,
      organizer: event.organizer ?? '',
      // The scheme of an address may be written in capitals.
      attendee: String(event.attendees[0]?.getFirstValue() ?? '').toLowerCase(),
      status: String(component.getFirstPropertyValue('status')),
    };
  });
}
