import { monthLines } from '@tracker/domain';
import { queueDigests, queueMonthlyDigests } from '@tracker/work';
import { type MailingApi, startMailingApi } from './support/mailing-api';
import { SurveyScene } from './support/survey-scene';
import { type Agent, listQuery } from './support/test-api';

const TODAY = '2024-11-20';
let api: MailingApi;
let head: Agent;

beforeAll(async () => {
  api = await startMailingApi(TODAY, {
    publicUrl: 'https://tracker.hub.example',
  });
  head = await api.as(await api.hub.user('head', [], 'Hilary Marsh'));
}, 30_000);
afterAll(() => api.stop());

const send = () => api.send();

describe('the daily digest', () => {
  it('is one email a day however often it is asked for', async () => {
    const user = await api.hub.user('regional', [], 'Ash Rook');
    const off = await api.hub.user('regional');
    await (await api.as(off)).put('/api/account/mail').send({ dailyDigest: false }).expect(200);
    const idle = await api.hub.user('regional');
    const school = await api.hub.school({ name: 'Birch Academy' });
    for (const visitorId of [user.id, off.id]) {
      const of = { visitorId, status: 'confirmed', startTime: '09:30' } as const;
      await api.hub.visit(school.id, { ...of, scheduledOn: '2024-11-21' });
      await api.hub.visit(school.id, { ...of, scheduledOn: '2024-11-15' });
      // Today's has time yet, and what was called off asks for nothing.
      await api.hub.visit(school.id, { ...of, scheduledOn: TODAY });
      for (const day of ['2024-11-15', '2024-11-21']) {
        await api.hub.visitsNotCounting(school.id, day, { visitorId });
      }
    }
    for (const [title, dueOn] of [
      ['Send the form', TODAY],
      ['Ring the office', '2024-11-01'],
      ['Much later', '2025-01-17'],
    ]) {
      const action = { schoolId: school.id, title, dueOn, ownerId: user.id };
      await head.post('/api/follow-up-actions').send(action).expect(201);
    }
    await api.dataSource.query(`DELETE FROM mails`);
    const runs = await Promise.all(
      [1, 2, 3].map(() => queueDigests(api.dataSource, TODAY, api.env)),
    );
    expect(runs.sort()).toEqual([1, null, null]);
    await send();
    await send();
    const arrived = api.mailServer.at(user.email);
    expect(arrived).toHaveLength(1);
    expect(arrived[0]?.parsed.subject).toBe('4 things for you, Wed 20 Nov 2024');
    const lines = arrived[0]?.parsed.text?.split('\n') ?? [];
    expect(lines).toEqual(
      expect.arrayContaining([
        'Visits tomorrow',
        '- 09:30, Birch Academy',
        'Visits that are not logged yet',
        '- Fri 15 Nov 2024, Birch Academy',
        'Actions due',
        '- Ring the office, Birch Academy, overdue since Fri 1 Nov 2024',
        '- Send the form, Birch Academy, due today',
        'The tracker: https://tracker.hub.example',
      ]),
    );
    expect(lines.join('\n')).not.toContain('Much later');
    expect([...api.mailServer.at(off.email), ...api.mailServer.at(idle.email)]).toEqual([]);
  });

  it('of yesterday is not sent any more', async () => {
    await api.dataSource.query(
      `INSERT INTO mails (kind, dedupe_key, to_address, subject, body, useful_until)
       VALUES ('daily_digest', 'old', 'old@hub.example', 'Old', 'Old', '2024-11-19')`,
    );
    await send();
    expect(api.mailServer.at('old@hub.example')).toEqual([]);
    const mails = await head.get('/api/mails').query(listQuery({ filter: { q: 'old@hub' } }));
    expect(mails.body).toMatchObject([{ status: 'cancelled', lastError: /no use/ }].map(words));
  });
});

describe('the monthly figures', () => {
  it('go to those who were chosen, once a month, and agree with progress', async () => {
    const [chosen, other] = [await api.hub.user('manager'), await api.hub.user('manager')];
    const gone = await api.hub.user('manager');
    const { id: schoolId } = await api.hub.school({ name: 'Alder School' });
    const past = await api.hub.school({ name: 'Past School' });
    const scene = new SurveyScene(api.dataSource);
    for (const day of ['2024-09-30', '2024-10-01']) {
      const { id } = await api.hub.completedVisit(schoolId, day);
      await api.dataSource.query(
        'UPDATE survey_responses SET confirmed_by_visit_id = $1 WHERE id = $2',
        [id, await scene.response(schoolId, day)],
      );
    }
    await api.hub.completedVisit(past.id, '2024-10-31');
    await api.hub.completedVisit(schoolId, '2024-11-01');
    const lost = { cancelledBy: 'school', cancelReason: 'Inspection' } as const;
    await api.hub.visit(schoolId, { status: 'cancelled', scheduledOn: '2024-10-09', ...lost });
    // Nobody has said by whom.
    await api.hub.visit(schoolId, { status: 'cancelled', scheduledOn: '2024-10-31' });
    // Nobody has said what came of it, so it is not lost.
    await api.hub.visit(schoolId, { status: 'confirmed', scheduledOn: '2024-10-08' });
    // The first day of the cycle and the day before; three years to the day and a day more.
    for (const day of ['2024-09-01', '2024-08-31', '2021-10-31', '2021-10-30']) {
      await api.hub.completedVisit((await api.hub.school({ name: `Visited ${day}` })).id, day);
    }
    // In scope when the month ended, and not now; and the other way round.
    await api.hub.school({ status: 'closed', closedOn: '2024-11-04' });
    await api.hub.school({ openedOn: '2024-11-05' });
    await api.hub.otherDoesNotCount();
    const rung = await api.hub.school({ name: 'Only rung up' });
    await api.hub.visitsNotCounting(rung.id, '2024-10-15');
    const userIds = [chosen.id, gone.id];
    await head.put('/api/monthly-digest').send({ version: 0, on: true, userIds }).expect(200);
    await api.dataSource.query('UPDATE users SET active = false WHERE id = $1', [gone.id]);

    // The first of the month was missed; a later day makes up for it.
    const runs = await Promise.all(
      [1, 2, 3].map(() => queueMonthlyDigests(api.dataSource, TODAY, api.env)),
    );
    expect(runs.sort()).toEqual([1, null, null]);
    await send();
    expect(await queueMonthlyDigests(api.dataSource, TODAY, api.env)).toBeNull();
    await send();
    const arrived = api.mailServer.at(chosen.email);
    expect(arrived).toHaveLength(1);
    expect(arrived[0]?.parsed.subject).toBe('School visits in October 2024');
    expect([...api.mailServer.at(other.email), ...api.mailServer.at(gone.email)]).toEqual([]);

    const { body: progress } = await head.get('/api/progress?asOf=2024-10-31').expect(200);
    const text = arrived[0]?.parsed.text ?? '';
    expect(text.split('\n')).toEqual(
      expect.arrayContaining([
        '- 2 visits made, 1 survey submitted',
        '- 4 visits cancelled or not held',
        '- 2 surveys of 180',
        '- 3 of 9 schools covered; ' + progress.cycle.slackInWords,
        // Birch Academy, the one that closed and the one only rung up have had none.
        '- 4 schools not visited in three years',
        expect.stringContaining('- 4 visits of 180: '),
      ]),
    );
    const { cycle, lists, ...standing } = progress;
    const figures = {
      ...{ ...standing, ...cycle, lastDay: '2024-10-31' },
      ...{ visitsInMonth: 2, surveysInMonth: 1, lostInMonth: 4 },
      notVisitedInThreeYears: lists.notVisitedInThreeYears.count,
    };
    expect(text).toContain(monthLines(figures));
    expect(await queueMonthlyDigests(api.dataSource, '2024-12-01', api.env)).toBe(1);
  });

  it('go to nobody while they are switched off, and are not made up for later', async () => {
    const { body } = await head.get('/api/monthly-digest');
    await head
      .put('/api/monthly-digest')
      .send({ ...body, on: false })
      .expect(200);
    expect(await queueMonthlyDigests(api.dataSource, '2025-01-01', api.env)).toBe(0);
    await head
      .put('/api/monthly-digest')
      .send({ ...body, version: 2 })
      .expect(200);
    expect(await queueMonthlyDigests(api.dataSource, '2025-01-02', api.env)).toBeNull();
  });
});

const words = ({ status, lastError }: { status: string; lastError: RegExp }) => ({
  status,
  lastError: expect.stringMatching(lastError),
});

describe('an action', () => {
  it('that gets another owner tells them, once, and not whoever takes it', async () => {
    const { id: schoolId } = await api.hub.school({ name: 'Oak School' });
    const [first, second] = [await api.hub.user('head'), await api.hub.user('head')];
    const title = 'Ring\r\nBcc: all@hub.example';
    const body = { schoolId, title, ownerId: first.id, dueOn: '2025-01-17' };
    const { id } = (await head.post('/api/follow-up-actions').send(body).expect(201)).body;
    const pass = async (agent: Agent, ownerId: string) => {
      const { version } = (await agent.get(`/api/follow-up-actions/${id}`)).body;
      const put = agent.put(`/api/follow-up-actions/${id}`).send({ version, ownerId });
      return put.expect(200);
    };
    await pass(head, second.id);
    await pass(head, second.id);
    await pass(await api.as(first), first.id);
    await send();
    const [told] = api.mailServer.at(second.email);
    expect([api.mailServer.at(first.email).length, api.mailServer.at(second.email).length]).toEqual(
      [1, 1],
    );
    expect(told?.parsed.text).toContain('Hilary Marsh has made you the owner');
    expect(told?.parsed.subject).toBe('For you: Ring Bcc: all@hub.example (Oak School)');
    expect(told?.parsed.bcc ?? []).toEqual([]);
    expect(api.mailServer.at('all@hub.example')).toEqual([]);
  });
});

describe('the wording', () => {
  const good = { subject: 'Visit to {{school}}', body: 'Dear {{contact}}, see you {{when}}.' };
  const path = '/api/mail-templates/visit_confirmed';

  it('is the hub’s own once it is saved, and the tracker’s again when it is reset', async () => {
    const own = await head
      .put(path)
      .send({ version: 0, ...good })
      .expect(200);
    expect(own.body).toMatchObject({ ...good, version: 1, isDefault: false });
    const late = await head
      .put(path)
      .send({ version: 0, ...good })
      .expect(409);
    expect(late.body.current).toMatchObject({ version: 1 });
    const reset = await head.delete(path).expect(200);
    expect(reset.body).toMatchObject({ version: 0, isDefault: true });
  });

  it.each([
    [
      { subject: 'To {{skool}}' },
      'subject',
      /no placeholder \{\{skool\}\} here; there are \{\{school\}\}/,
    ],
    [{ body: 'On {{reason}}' }, 'body', /no placeholder \{\{reason\}\}/],
    [{ body: 'On {{day}' }, 'body', /is not closed/],
    [{ subject: 'One\nBcc: x@y.example' }, 'subject', /one line/],
    [{ subject: ' ' }, 'subject', /Write a subject/],
  ])('%j is refused with its reason', async (bad, field, message) => {
    const sent = { version: 0, ...good, ...bad };
    const { body } = await head.put(path).send(sent).expect(422);
    expect(body.errors).toEqual([{ field, message: expect.stringMatching(message) }]);
  });

  it('can be tried out on a visit in the books', async () => {
    const school = await api.hub.school({ name: 'Elm <b>School</b> {{hub}}' });
    await api.hub.visit(school.id, { status: 'scheduled', scheduledOn: '2030-12-03' });
    const { body } = await head.post(`${path}/preview`).send(good).expect(200);
    expect(body).toEqual({
      subject: 'Visit to Elm <b>School</b> {{hub}}',
      body: 'Dear colleague, see you Tue 3 Dec 2030 at a time still to be agreed.',
      schoolName: 'Elm <b>School</b> {{hub}}',
    });
  });

  it('names the hub as the hub wants', async () => {
    await head.put('/api/mail-settings').send({ hubName: ' ', visitMinutes: 5 }).expect(422);
    const settings = { hubName: 'Westshire Music Hub', visitMinutes: 90 };
    await head.put('/api/mail-settings').send(settings).expect(200);
    const none = { contactEmail: null, privacyUrl: null };
    expect((await head.get('/api/mail-settings')).body).toEqual({ ...settings, ...none });
  });

  it('names whom schools can write to and where the privacy notice is', async () => {
    const save = (more: object) =>
      head.put('/api/mail-settings').send({ hubName: 'Westshire', visitMinutes: 60, ...more });
    const kept = { contactEmail: 'office@westshire.example', privacyUrl: 'https://hub.example/p' };
    expect((await save(kept).expect(200)).body).toMatchObject(kept);
    expect((await save({}).expect(200)).body).toMatchObject(kept);
    for (const wrong of ['javascript:alert(1)', 'hub.example', '']) {
      const { body } = await save({ privacyUrl: wrong }).expect(422);
      expect(body.errors).toEqual([
        { field: 'privacyUrl', message: expect.stringContaining('https://') },
      ]);
    }
    const { body } = await save({ contactEmail: 'office' }).expect(422);
    expect(body.errors).toMatchObject([{ field: 'contactEmail' }]);
    const taken = await save({ contactEmail: null, privacyUrl: null }).expect(200);
    expect(taken.body).toMatchObject({ contactEmail: null, privacyUrl: null });
  });
});

describe('the outbox', () => {
  it('shows email to staff to those who run the hub and to whom it is for', async () => {
    const user = await api.hub.user('regional');
    const agent = await api.as(user);
    await api.dataSource.query(
      `INSERT INTO mails (kind, dedupe_key, to_address, subject, body, user_id)
       SELECT 'action_assigned', 'secret:' || id, email, 'Between us', 'x', id FROM users
       WHERE id = ANY ($1::uuid[])`,
      [[user.id, (await api.hub.user('regional')).id]],
    );
    const count = async (who: Agent) =>
      (await who.get('/api/mails').query(listQuery({ filter: { q: 'between us' } }))).body.length;
    expect([await count(head), await count(agent)]).toEqual([2, 1]);
  });

  it('takes back what waits', async () => {
    const [mail] = (await head.get('/api/mails').query(listQuery({ filter: { q: 'between us' } })))
      .body;
    const path = `/api/mails/${mail.id}/cancel`;
    await head.post(path).send({ version: 99 }).expect(409);
    await head.post(path).send({ version: mail.version }).expect(200);
    await head.post(path).send({}).expect(409);
  });

  it('says where email goes without the password', async () => {
    const { body } = await head.get('/api/mail-delivery').expect(200);
    expect(body).toMatchObject({ server: expect.stringMatching(/^127\.0\.0\.1:\d+$/) });
  });
});
