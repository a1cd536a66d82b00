import fc from 'fast-check';
import { londonInstant, londonTime, londonToday } from '../day';
import { DEFAULT_WORDING } from './default-templates';
import { countOfDigest, digestList } from './digest';
import { TEMPLATE_KINDS } from './kinds';
import { examplesOf } from './placeholders';
import { chooseRecipient, type PossibleRecipient } from './recipient';
import { judgeFault, KEEP_TRYING_FOR, waitBeforeRetry } from './sending';
import { oneLine, wordingFaults, writeOut } from './wording';

describe('a failed attempt', () => {
  it.each([
    ['before anything left, without an answer', { handedOver: false }, 'no_server'],
    ['while the message left, without an answer', { handedOver: true }, 'broken_off'],
    [
      'no such address',
      { handedOver: false, responseCode: 550, command: 'RCPT TO' },
      'address_refused',
    ],
    ['a full mailbox', { handedOver: false, responseCode: 452, command: 'RCPT TO' }, 'later'],
    [
      'a wrong password',
      { handedOver: false, responseCode: 535, command: 'AUTH PLAIN' },
      'no_server',
    ],
    [
      'a sender that may not',
      { handedOver: false, responseCode: 550, command: 'MAIL FROM' },
      'no_server',
    ],
    ['the message refused', { handedOver: true, responseCode: 554, command: 'DATA' }, 'refused'],
    ['the message put off', { handedOver: true, responseCode: 451, command: 'DATA' }, 'later'],
  ] as const)('%s', (_, fault, outcome) => {
    expect(judgeFault(fault)).toBe(outcome);
  });

  it('is repeated ever later, and a good many times in a day', () => {
    const waits = Array.from({ length: 12 }, (_, tries) => waitBeforeRetry(tries + 1) / 60_000);
    expect(waits).toEqual([1, 2, 4, 8, 15, 30, 60, 60, 60, 60, 60, 60]);
    expect(KEEP_TRYING_FOR / 3_600_000).toBe(24);
  });
});

describe('the recipient', () => {
  const person = (id: string, over: Partial<PossibleRecipient> = {}): PossibleRecipient => ({
    ...{ id, name: id, role: 'other', email: `${id}@school.example`, mailRefusedOn: null },
    ...over,
  });
  const lead = person('lead', { role: 'music_lead' });
  const headTeacher = person('head', { role: 'head_teacher' });
  const office = person('office');

  it.each([
    ['the music lead', [office, headTeacher, lead], [], 'lead'],
    ['else the head teacher', [office, headTeacher, { ...lead, email: null }], [], 'head'],
    ['else anybody, by name', [person('zoe'), office], [], 'office'],
    ['whoever was chosen', [lead, office], ['office'], 'office'],
    ['not one chosen who left', [lead, office], ['gone', null], 'lead'],
    ['a refused address last', [{ ...lead, mailRefusedOn: '2024-11-20' }, office], [], 'office'],
    [
      'a refused address when there is no other',
      [{ ...lead, mailRefusedOn: '2024-11-20' }],
      [],
      'lead',
    ],
    ['nobody', [{ ...lead, email: null }], ['lead'], undefined],
  ])('is %s', (_, contacts, preferred, id) => {
    expect(chooseRecipient(contacts, preferred)?.id).toBe(id);
  });
});

describe('the wording', () => {
  it.each(TEMPLATE_KINDS)(
    'of the tracker itself for %s has no fault and leaves nothing open',
    (kind) => {
      expect(wordingFaults(kind, DEFAULT_WORDING[kind])).toEqual([]);
      const { subject, body } = writeOut(DEFAULT_WORDING[kind], examplesOf(kind));
      expect(`${subject}${body}`).not.toContain('{{');
    },
  );

  it('cannot end a header, whatever the values are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (school) => {
        const { subject } = writeOut({ subject: 'To {{ school }}.', body: 'x' }, { school });
        return !/[\p{Cc}\u2028\u2029]/u.test(subject) && subject === oneLine(subject);
      }),
    );
  });

  it('does not read a value as a placeholder', () => {
    const wording = { subject: '{{school}}', body: '{{school}} {{hub}}' };
    const values = { school: '{{hub}} $& {{school}}', hub: 'H' };
    expect(writeOut(wording, values).body).toBe('{{hub}} $& {{school}} H');
  });
});

describe('the digest', () => {
  it('says how many more there are', () => {
    const visit = { schoolName: 'Oak School', startTime: null, confirmed: false };
    const items = { visitsTomorrow: Array(23).fill(visit), unlogged: [], actionsDue: [] };
    const lines = digestList(items, '2024-11-20').split('\n');
    expect(lines.slice(0, 2)).toEqual([
      'Visits tomorrow',
      '- no time yet, Oak School (not confirmed yet)',
    ]);
    expect([lines.at(-1), countOfDigest(items)]).toEqual(['- and 3 more', 23]);
  });
});

describe('a time in London', () => {
  it.each([
    ['2024-12-03', '09:30', '2024-12-03T09:30:00.000Z'],
    ['2025-07-01', '09:30', '2025-07-01T08:30:00.000Z'],
    ['2025-07-01', '00:15', '2025-06-30T23:15:00.000Z'],
    // Skipped by the clocks, and there twice.
    ['2025-03-30', '01:30', '2025-03-30T01:30:00.000Z'],
    ['2025-10-26', '01:30', '2025-10-26T00:30:00.000Z'],
  ])('%s at %s is %s', (day, time, instant) => {
    expect(londonInstant(day, time)).toBe(Date.parse(instant));
  });

  it('is the time its instant has there', () => {
    const minute = fc.integer({ min: Date.UTC(2020, 0) / 60_000, max: Date.UTC(2040, 0) / 60_000 });
    fc.assert(
      fc.property(minute, (minutes) => {
        const at = minutes * 60_000;
        const back = londonInstant(londonToday(at), londonTime(at));
        // The hour that comes twice in October is taken as the first.
        return back === at || back === at - 3_600_000;
      }),
    );
  });
});
