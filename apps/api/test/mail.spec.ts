import { TELL_OF_MOVE_AFTER } from '@tracker/domain';
import { createDataSource, type SchoolEntity, type UserEntity } from '@tracker/data';
import { sendMails } from '@tracker/work';
import { type MailingApi, startMailingApi } from './support/mailing-api';
import { type Agent, listQuery } from './support/test-api';

const TODAY = '2024-11-20';
let api: MailingApi;
let head: Agent;
let visitor: UserEntity;
let schools = 0;

beforeAll(async () => {
  const mailFrom = 'Music Hub <music@hub.example>';
  api = await startMailingApi(TODAY, { mailFrom });
  head = await api.as(await api.hub.user('head'));
  visitor = await api.hub.user('regional', [], 'Ash Rook');
}, 30_000);
afterAll(() => api.stop());

const send = (now?: () => Date) => sendMails(api.dataSource, { env: api.env, today: TODAY, now });
const ONCE_PAST_UNDO = () => new Date(Date.now() + TELL_OF_MOVE_AFTER);
const hoursOn = (hours: number) => () => new Date(Date.now() + hours * 3_600_000);

interface Place {
  school: SchoolEntity;
  address: string;
}

/** A school with a music lead who has an address. */
async function place(): Promise<Place> {
  schools += 1;
  const school = await api.hub.school({ town: 'Eastmarsh', postcode: 'EM1 2AB' });
  const address = `music-${schools}@school.example`;
  await addContact(school.id, 'music_lead', address);
  return { school, address };
}

const addContact = (schoolId: string, role: string, email: string | null, name = 'Jo Marsh') =>
  head.post('/api/contacts').send({ schoolId, role, email, name }).expect(201);

async function plan(schoolId: string, scheduledOn = '2024-12-03'): Promise<string> {
  const body = { schoolId, scheduledOn, startTime: '09:30', visitorId: visitor.id };
  return (await head.post('/api/visits').send(body).expect(201)).body.id;
}
const step = (id: string, name: string, body: object = {}) =>
  head.post(`/api/visits/${id}/${name}`).send(body).expect(200);

async function confirmed(schoolId: string): Promise<string> {
  const id = await plan(schoolId);
  await step(id, 'confirm');
  return id;
}

const mailsOf = async (visitId: string) => {
  const query = listQuery({ filter: { visitId }, sort: ['createdAt', 'ASC'] });
  return (await head.get('/api/mails').query(query).expect(200)).body;
};

describe('a visit of which its school hears', () => {
  it('is confirmed, moved and cancelled under one id with rising numbers', async () => {
    const { school, address } = await place();
    const id = await confirmed(school.id);
    await send();
    await step(id, 'schedule', { scheduledOn: '2025-07-01', startTime: '14:00' });
    await send();
    expect(api.mailServer.at(address)).toHaveLength(1);
    await send(ONCE_PAST_UNDO);
    await step(id, 'cancel', { by: 'school', reason: 'Inspection' });
    await send();
    const arrived = api.mailServer.at(address);
    const uid = `visit-${id}@school-engagement-tracker`;
    const location = `${school.name}, Eastmarsh, EM1 2AB`;
    const ours = { uid, location, organizer: 'mailto:music@hub.example' };
    expect(arrived.map(({ event }) => event)).toMatchObject([
      {
        ...ours,
        method: 'REQUEST',
        sequence: 0,
        start: '2024-12-03T09:30:00Z',
        end: '2024-12-03T10:30:00Z',
      },
      // In summer London is an hour ahead of UTC.
      {
        ...ours,
        method: 'REQUEST',
        sequence: 1,
        start: '2025-07-01T13:00:00Z',
        attendee: `mailto:${address}`,
      },
      {
        ...ours,
        method: 'CANCEL',
        sequence: 2,
        start: '2025-07-01T13:00:00Z',
        status: 'CANCELLED',
      },
    ]);
    const [first, second, third] = arrived;
    expect(first?.parsed.subject).toBe(`Our visit to ${school.name} on Tue 3 Dec 2024`);
    expect(first?.parsed).toMatchObject({
      from: { name: 'Music Hub', address: 'music@hub.example' },
      replyTo: [{ address: visitor.email }],
      to: [{ name: 'Jo Marsh', address }],
    });
    expect(second?.parsed.text).toContain('Before: Tue 3 Dec 2024 at 09:30');
    expect(third?.parsed.text).toContain('Reason: Inspection');
    expect((await mailsOf(id)).map((mail: { status: string }) => mail.status)).toEqual([
      ...['sent', 'sent', 'sent'],
    ]);
  });

  it('is found by a part of its subject, of the name or the address it goes to', async () => {
    const { school, address } = await place();
    const visitId = await confirmed(school.id);
    const found = async (q: string) => {
      const { body } = await head.get('/api/mails').query(listQuery({ filter: { visitId, q } }));
      return body.length;
    };
    expect(await found('OUR VISIT TO')).toBe(1);
    expect(await found('o mar')).toBe(1);
    expect(await found(address.slice(1))).toBe(1);
    expect(await found('our%visit')).toBe(0);
    expect(await found('_our')).toBe(0);
  });

  it('without a time is a whole day', async () => {
    const { school, address } = await place();
    const body = { schoolId: school.id, scheduledOn: '2024-12-03' };
    const { id } = (await head.post('/api/visits').send(body).expect(201)).body;
    await step(id, 'confirm');
    await send();
    expect(api.mailServer.at(address)[0]?.event).toMatchObject({
      ...{ start: '2024-12-03', end: '2024-12-04' },
    });
  });

  it('hears nothing of a visit it was not told of, nor of a move that changes nothing', async () => {
    const { school } = await place();
    const never = await plan(school.id);
    await step(never, 'schedule', { scheduledOn: '2024-12-10' });
    await step(never, 'cancel', { by: 'hub', reason: 'Ill' });
    expect(await mailsOf(never)).toEqual([]);
    const same = await confirmed(school.id);
    await step(same, 'schedule', { scheduledOn: '2024-12-03' });
    expect(await mailsOf(same)).toHaveLength(1);
  });

  it('hears nothing of a move that is undone at once, and once of one undone later', async () => {
    const { school, address } = await place();
    const id = await confirmed(school.id);
    await send();
    const undo = async () => {
      await step(id, 'schedule', { scheduledOn: '2024-12-03' });
      await step(id, 'confirm');
    };
    await step(id, 'schedule', { scheduledOn: '2024-12-10' });
    await undo();
    await send(ONCE_PAST_UNDO);
    expect(api.mailServer.at(address)).toHaveLength(1);
    await step(id, 'schedule', { scheduledOn: '2024-12-11' });
    await send(ONCE_PAST_UNDO);
    await undo();
    await send(ONCE_PAST_UNDO);
    const uid = `visit-${id}@school-engagement-tracker`;
    expect(api.mailServer.at(address).map(({ event }) => event)).toMatchObject([
      { uid, sequence: 0, start: '2024-12-03T09:30:00Z' },
      { uid, sequence: 2, start: '2024-12-11T09:30:00Z' },
      { uid, sequence: 3, start: '2024-12-03T09:30:00Z' },
    ]);
    const [, overtaken] = await mailsOf(id);
    expect(overtaken).toMatchObject({
      ...{ status: 'cancelled', lastError: expect.stringMatching(/changed again before/) },
      ...{ commands: [] },
    });
    const again = await head.post(`/api/mails/${overtaken.id}/send-again`).send({}).expect(409);
    expect(again.body.detail).toMatch(/visit has changed since/);
  });

  it('hears once of a visit changed again and again before the email went out', async () => {
    const { school, address } = await place();
    const id = await confirmed(school.id);
    await step(id, 'schedule', { scheduledOn: '2024-12-10' });
    await step(id, 'schedule', { scheduledOn: '2024-12-11' });
    await step(id, 'confirm');
    await send(ONCE_PAST_UNDO);
    expect(api.mailServer.at(address).map(({ event }) => event)).toMatchObject([
      { method: 'REQUEST', sequence: 2, start: '2024-12-11T09:30:00Z' },
    ]);
    const unheard = await confirmed((await place()).school.id);
    await step(unheard, 'cancel', { by: 'hub', reason: 'Ill' });
    const [mail] = await mailsOf(unheard);
    expect(await mailsOf(unheard)).toMatchObject([
      { kind: 'visit_confirmed', status: 'cancelled' },
    ]);
    const again = await head.post(`/api/mails/${mail.id}/send-again`).send({}).expect(409);
    expect(again.body.detail).toMatch(/visit has changed since/);
  });

  it('goes to the successor: cancelled at the old school, confirmed at the new one', async () => {
    const [old, heir] = [await place(), await place()];
    const id = await confirmed(old.school.id);
    await send();
    await api.dataSource.query(`UPDATE schools SET status = 'closed' WHERE id = $1`, [
      old.school.id,
    ]);
    await api.hub.succession(old.school, heir.school);
    await step(id, 'move', { schoolId: heir.school.id });
    await send();
    expect(api.mailServer.at(old.address).map(({ event }) => event?.method)).toEqual([
      ...['REQUEST', 'CANCEL'],
    ]);
    expect(api.mailServer.at(heir.address).map(({ event }) => event?.method)).toEqual(['REQUEST']);
  });
});

describe('who gets it', () => {
  it('is the music lead, else the head teacher, else anybody, unless somebody is chosen', async () => {
    const school = await api.hub.school();
    await addContact(school.id, 'other', 'office@school.example', 'Office');
    const { id: headTeacher } = (
      await addContact(school.id, 'head_teacher', 'head@school.example', 'Head')
    ).body;
    const { id: lead } = (await addContact(school.id, 'music_lead', 'lead@school.example')).body;
    const visit = await plan(school.id);
    const recipient = `/api/visits/${visit}/recipient`;
    expect((await head.get(recipient)).body).toMatchObject({ contactId: lead, told: false });
    const chosen = await head.put(recipient).send({ contactId: headTeacher }).expect(200);
    expect(chosen.body).toMatchObject({ contactId: headTeacher, chosenByHand: true });
    await step(visit, 'confirm');
    expect(await mailsOf(visit)).toMatchObject([{ toAddress: 'head@school.example' }]);
    const strange = await head.put(recipient).send({ contactId: school.id }).expect(422);
    expect(strange.body.detail).toMatch(/contact of this school/);
  });

  it('is nobody when no contact has an address, and the visit says so until one has', async () => {
    const school = await api.hub.school();
    const visit = await confirmed(school.id);
    const [mail] = await mailsOf(visit);
    expect(mail).toMatchObject({
      ...{ status: 'unaddressed', lastError: 'No email was sent: no contact has an address.' },
    });
    const again = () => head.post(`/api/mails/${mail.id}/send-again`).send({});
    expect((await again().expect(409)).body.detail).toMatch(/Add one first/);
    await addContact(school.id, 'other', 'late@school.example');
    await again().expect(200);
    await send();
    expect(api.mailServer.at('late@school.example')).toHaveLength(1);
  });

  it('has the address marked when the mail server refuses it for good', async () => {
    const { school, address } = await place();
    api.mailServer.refusals.set(address, { code: 550, words: 'No such user' });
    const visit = await confirmed(school.id);
    await send();
    const [mail] = await mailsOf(visit);
    expect(mail).toMatchObject({ status: 'failed', commands: ['send_again'] });
    expect(mail.lastError).toMatch(/Email to .* was refused\. .* 550 No such user/);
    const contacts = async () =>
      (await head.get('/api/contacts').query(listQuery({ filter: { schoolId: school.id } }))).body;
    const [contact] = await contacts();
    expect(contact.mailRefusedOn).toBe(TODAY);
    const { version, name, role } = contact;
    const other = { version, name, role, email: `new-${address}` };
    await head.put(`/api/contacts/${contact.id}`).send(other).expect(200);
    expect((await contacts())[0].mailRefusedOn).toBeNull();
    await head.post(`/api/mails/${mail.id}/send-again`).send({ version: mail.version }).expect(200);
    await send();
    expect(api.mailServer.at(`new-${address}`)).toHaveLength(1);
  });
});

describe('the mail server', () => {
  it('is away for an hour: nothing lost, nothing twice, and in order', async () => {
    const [told, untold] = [await place(), await place()];
    const cancelled = await confirmed(told.school.id);
    await send();
    await api.mailServer.stop();
    await step(cancelled, 'schedule', { scheduledOn: '2024-12-10' });
    const visit = await confirmed(untold.school.id);
    await send(ONCE_PAST_UNDO);
    await step(cancelled, 'cancel', { by: 'hub', reason: 'Ill' });
    await send(ONCE_PAST_UNDO);
    await send(hoursOn(0.2));
    const problem = expect.stringMatching(/cannot be reached/);
    expect(await mailsOf(visit)).toMatchObject([{ status: 'waiting', lastError: problem }]);
    expect(await mailsOf(cancelled)).toMatchObject([
      ...[{ status: 'sent' }, { status: 'cancelled' }, { status: 'waiting' }],
    ]);
    await api.mailServer.start();
    await Promise.all([send(hoursOn(1.5)), send(hoursOn(1.5)), send(hoursOn(1.5))]);
    await send(hoursOn(1.5));
    expect(api.mailServer.at(untold.address).map(({ event }) => event?.method)).toEqual([
      'REQUEST',
    ]);
    expect(api.mailServer.at(told.address).map(({ event }) => event?.method)).toEqual([
      ...['REQUEST', 'CANCEL'],
    ]);
  });

  it('is away for a day: given up with a sentence, and sent when somebody asks', async () => {
    const { school, address } = await place();
    await api.mailServer.stop();
    const visit = await confirmed(school.id);
    await send();
    await send(hoursOn(25));
    const [mail] = await mailsOf(visit);
    expect(mail).toMatchObject({ status: 'failed', lastError: expect.stringMatching(/a day/) });
    await api.mailServer.start();
    await head.post(`/api/mails/${mail.id}/send-again`).send({}).expect(200);
    await send();
    expect(api.mailServer.at(address)).toHaveLength(1);
  });

  it('asks to come back later, for one address', async () => {
    const [busy, free] = [await place(), await place()];
    api.mailServer.refusals.set(busy.address, { code: 451, words: 'Try later' });
    const visits = [await confirmed(busy.school.id), await confirmed(free.school.id)];
    await send();
    expect(await mailsOf(visits[0] ?? '')).toMatchObject([{ status: 'waiting', attempts: 1 }]);
    expect(api.mailServer.at(free.address)).toHaveLength(1);
    api.mailServer.refusals.delete(busy.address);
    await send(hoursOn(0.1));
    expect(api.mailServer.at(busy.address)).toHaveLength(1);
  });

  it('is slow: what another worker hands over is left to it', async () => {
    const { school, address } = await place();
    const visit = await confirmed(school.id);
    let beside: unknown;
    api.mailServer.beforeAnswer = async () => {
      await send();
      [beside] = await mailsOf(visit);
    };
    await send();
    api.mailServer.beforeAnswer = () => Promise.resolve();
    expect(beside).toMatchObject({ status: 'sending' });
    expect(await mailsOf(visit)).toMatchObject([{ status: 'sent' }]);
    expect(api.mailServer.at(address)).toHaveLength(1);
  });

  it('takes an email from a worker that dies before it can write that down: never sent twice', async () => {
    const { school, address } = await place();
    const visit = await confirmed(school.id);
    const worker = await createDataSource(api.env.databaseUrl, 2).initialize();
    api.mailServer.beforeAnswer = () => api.postgresLine.cut();
    await expect(sendMails(worker, { env: api.env, today: TODAY })).rejects.toThrow();
    api.mailServer.beforeAnswer = () => Promise.resolve();
    expect(api.mailServer.at(address)).toHaveLength(1);
    const state = async () => {
      const [row] = await api.dataSource.query(
        `SELECT status, last_error AS words FROM mails WHERE visit_id = $1`,
        [visit],
      );
      return row;
    };
    expect((await state()).status).toBe('sending');
    // Its session is over, so nobody waits until its time is up.
    await send();
    expect((await state()).status).toBe('uncertain');
    await send(hoursOn(1));
    await send(hoursOn(2));
    expect(await state()).toEqual({
      status: 'uncertain',
      words: expect.stringMatching(/may have arrived/),
    });
    expect(api.mailServer.at(address)).toHaveLength(1);
    await worker.destroy().catch(() => undefined);
    await api.postgresLine.mend();
    const [{ id }] = await mailsOf(visit);
    const decided = await head.post(`/api/mails/${id}/arrived`).send({}).expect(200);
    expect(decided.body).toMatchObject({ status: 'sent', handledByName: 'Test head' });
    await head.post(`/api/mails/${id}/send-again`).send({}).expect(409);
  }, 20_000);
});
