import type {
  DayOffer,
  DayOfferProposal,
  DayOfferSending,
  OfferedDays,
  SchoolAvailabilityOnRecord,
  TodaySummary,
  Visit,
  VisitPlan,
} from '@tracker/contract';
import type { OfferedDay } from '@tracker/domain';
import type { SchoolEntity } from '@tracker/data';
import { queueVisitReminders } from '@tracker/work';
import { type MailingApi, startMailingApi } from './support/mailing-api';
import { PlanScene } from './support/plan-scene';
import { type Agent, listQuery } from './support/test-api';

const TODAY = '2024-09-02';

let api: MailingApi;
let scene: PlanScene;
let own: Agent;
let plan: VisitPlan;

beforeAll(async () => {
  api = await startMailingApi(TODAY);
  scene = await PlanScene.on(api);
  own = await api.as(scene.visitor);
  await scene.capacity({ perDay: 2, perWeek: 10, perHalfTerm: 60 });
}, 60_000);
afterAll(() => api.stop());

const addressOf = ({ urn }: SchoolEntity) => `music-${urn}@school.example`;
const withLead = async (name: string): Promise<SchoolEntity> => {
  const school = await scene.school(name);
  const lead = { schoolId: school.id, role: 'music_lead', name: 'Jo Marsh' };
  await scene.head
    .post('/api/contacts')
    .send({ ...lead, email: addressOf(school) })
    .expect(201);
  return school;
};
const on = (...dates: string[]): OfferedDay[] =>
  dates.map((date) => ({ date, visitorId: scene.visitor.id }));
const send = async (offers: object[], agent = scene.head): Promise<DayOfferSending> =>
  (await agent.post('/api/day-offers').send({ offers }).expect(200)).body;
const offer = async (school: SchoolEntity, days: OfferedDay[], more = {}): Promise<DayOffer> => {
  const { sent, refused } = await send([{ schoolId: school.id, days, ...more }]);
  expect(refused).toEqual([]);
  return sent[0]!;
};
/** What the link of the last mail to a school ends in. */
const linkOf = async (school: SchoolEntity): Promise<{ page: string; token: string }> => {
  await api.send();
  const text = api.mailServer.at(addressOf(school)).at(-1)?.parsed.text ?? '';
  const [, page = '', token = ''] = /#\/([a-z-]+)\?token=(\S+)/.exec(text) ?? [];
  return { page, token };
};
const tokenOf = async (school: SchoolEntity) => (await linkOf(school)).token;
const open = async (token: string): Promise<OfferedDays> =>
  (await api.anonymous.post('/api/offered-days').send({ token }).expect(200)).body;
const answer = (body: object) => api.anonymous.post('/api/offered-days/answer').send(body);
const visitsOf = async ({ id }: SchoolEntity): Promise<Visit[]> =>
  (
    await scene.head
      .get('/api/visits')
      .query(listQuery({ filter: { schoolId: id } }))
      .expect(200)
  ).body;
const today = async (agent = own): Promise<TodaySummary> =>
  (await agent.get('/api/today/summary').expect(200)).body;
const read = async (id: string): Promise<DayOffer> =>
  (
    await scene.head
      .get('/api/day-offers')
      .query(listQuery({ filter: { id } }))
      .expect(200)
  ).body[0];
const sentences = ({ body }: { body: { errors?: { field: string; message: string }[] } }) =>
  body.errors?.map(({ field, message }) => [field, message]);

describe('days of the plan', () => {
  let mill: SchoolEntity;
  let ash: SchoolEntity;
  let silent: SchoolEntity;

  it('are proposed for several schools, with whom they go to, and nobody is skipped', async () => {
    mill = await withLead('Mill Lane');
    ash = await withLead('Ash Grove');
    silent = await scene.school('Silent School');
    plan = await scene.make();
    const lines = await scene.lines(plan.id);
    const schools = [mill, ash, silent].map(({ id }) => ({ schoolId: id }));
    const span = { from: '2024-09-02', to: '2024-10-25' };
    const { body } = await own
      .post('/api/day-offers/preview')
      .send({ schools, ...span })
      .expect(200);
    const [first, second, third] = body as DayOfferProposal[];
    expect(first).toMatchObject({ schoolName: 'Mill Lane', contactName: 'Jo Marsh', why: null });
    expect(first!.contactAddress).toBe(addressOf(mill));
    const lineOf = (school: SchoolEntity) => lines.find(({ schoolId }) => schoolId === school.id)!;
    expect([first!.chosen[0], second!.chosen[0]]).toEqual([lineOf(mill).date, lineOf(ash).date]);
    for (const { chosen } of [first!, second!]) {
      expect(chosen).toHaveLength(3);
      for (const date of chosen) expect(date >= '2024-09-16' && date <= '2024-10-25').toBe(true);
    }
    expect(third).toMatchObject({ why: 'Nobody at the school has an email address.' });
    const days = (of: DayOfferProposal) => on(...of.chosen);
    const sending = await send([
      { schoolId: mill.id, days: days(first!) },
      { schoolId: ash.id, days: days(second!) },
      { schoolId: silent.id, days: on('2024-12-03', '2024-12-05') },
    ]);
    expect(sending.sent.map(({ schoolName }) => schoolName)).toEqual(['Mill Lane', 'Ash Grove']);
    expect(sending.refused).toEqual([
      {
        ...{ schoolId: silent.id, schoolName: 'Silent School' },
        message: 'Nobody at the school has an email address.',
      },
    ]);
    expect(sending.sent[0]).toMatchObject({ state: 'sent', expiresOn: '2024-09-12' });
    // One open offer a school.
    expect(await send([{ schoolId: mill.id, days: days(first!) }])).toMatchObject({
      refused: [{ message: 'Days have been offered already, until Thu 12 Sep 2024.' }],
    });
  });

  it('come in one mail, whose link is kept only as a hash and changes nothing when opened', async () => {
    const { page, token } = await linkOf(mill);
    expect([page, token.length]).toEqual(['offered-days', 43]);
    const [mail] = api.mailServer.at(addressOf(mill));
    expect(mail!.parsed.subject).toBe('A visit to Mill Lane: which day suits you?');
    const stored = await api.dataSource.query(
      `SELECT (SELECT string_agg(body, '') FROM mails) || (SELECT string_agg(l::text, '') FROM answer_links l) AS all`,
    );
    expect(stored[0].all).not.toContain(token);
    for (let n = 0; n < 3; n += 1) {
      expect(await open(token)).toMatchObject({
        ...{ schoolName: 'Mill Lane', state: 'sent', closed: null, takenOn: null },
        days: [{ gone: false, visitorName: 'Callum Reed' }, { gone: false }, { gone: false }],
      });
    }
    expect(await visitsOf(mill)).toEqual([]);
  });

  it('are taken by the school: confirmed, the line accepted, invited, and the team told', async () => {
    const token = await tokenOf(mill);
    const { days } = await open(token);
    const date = days[1]!.date;
    const { body } = await answer({ token, answer: 'take', date }).expect(200);
    expect(body).toMatchObject({ state: 'taken', takenOn: date, visitorName: 'Callum Reed' });
    const [visit] = await visitsOf(mill);
    expect(visit).toMatchObject({ status: 'confirmed', scheduledOn: date, schoolCannot: null });
    const line = (await scene.lines(plan.id)).find(({ schoolId }) => schoolId === mill.id);
    expect(line).toMatchObject({ status: 'accepted', visitId: visit!.id, date });
    await api.send();
    const invitation = api.mailServer.at(addressOf(mill)).at(-1)!;
    expect(invitation.event).toMatchObject({ method: 'REQUEST', start: date });
    expect(invitation.parsed.text).toContain('#/cannot-make-it?token=');
    const told = api.mailServer.at(scene.visitor.email).map(({ parsed }) => parsed.subject);
    expect(told).toEqual(['Mill Lane has taken a day']);
    const { body: history } = await own.get(`/api/visits/${visit!.id}/history`).expect(200);
    expect(history.at(-1)).toMatchObject({
      ...{ kind: 'confirmed', byName: null, why: 'The school took this day by its link.' },
    });
    // A second press is the same answer; another day is not.
    await answer({ token, answer: 'take', date }).expect(200);
    const other = await answer({ token, answer: 'take', date: days[0]!.date }).expect(409);
    expect(other.body.detail).toContain('has been taken for this visit already');
    expect(await visitsOf(mill)).toHaveLength(1);
  });

  it('that none of them suits becomes availability, and stale lines', async () => {
    const token = await tokenOf(ash);
    const line = (await scene.lines(plan.id)).find(({ schoolId }) => schoolId === ash.id)!;
    const said = {
      ...{ reason: 'Building work', neverWeekdays: [5], notBefore: '2025-01-06' },
      cannot: [{ from: '2025-02-01', to: '2025-02-28' }],
    };
    for (let n = 0; n < 2; n += 1) {
      const { body } = await answer({ token, answer: 'none', ...said }).expect(200);
      expect(body).toMatchObject({ state: 'none' });
    }
    await answer({ token, answer: 'none', ...said, reason: 'Ofsted' }).expect(409);
    const known: SchoolAvailabilityOnRecord = (
      await own.get(`/api/schools/${ash.id}/availability`).expect(200)
    ).body;
    expect(known).toMatchObject({
      ...{ neverWeekdays: [5], saidOn: TODAY, saidToName: null },
      ...{ saidByLink: true, saidByName: 'Jo Marsh' },
      unavailable: [
        { from: TODAY, to: '2025-01-05', why: 'Building work' },
        { from: '2025-02-01', to: '2025-02-28', why: 'Building work' },
      ],
    });
    const now = (await scene.lines(plan.id)).find(({ id }) => id === line.id);
    expect(now).toMatchObject({ status: 'stale', stale: { key: 'unavailable' } });
    const [seen] = (await today()).answers;
    expect(seen).toMatchObject({
      ...{ schoolName: 'Ash Grove', state: 'none' },
      said: 'Building work. Not before Mon 6 Jan 2025. Never on Fridays. Cannot from Sat 1 Feb 2025 to Fri 28 Feb 2025.',
    });
    const { body: timeline } = await own
      .get(`/api/schools/${ash.id}/timeline`)
      .query(listQuery({ filter: { kind: ['answer'] } }))
      .expect(200);
    expect(timeline).toMatchObject([
      { answer: { words: `None of the days offered suits. ${seen!.said}`, visitId: null } },
    ]);
    await own.post(`/api/day-offers/${seen!.id}/seen`).expect(200);
    expect((await today()).answers).toEqual([]);
    // The places are free again.
    const again = await answer({ token, answer: 'take', date: line.date }).expect(409);
    expect(again.body.detail).toBe(
      'This has been answered already. To change the answer, write to the music hub.',
    );
  });
});

describe('a place', () => {
  it('is not offered to more schools than the visitor can visit', async () => {
    await scene.capacity({ perDay: 1, perWeek: 10, perHalfTerm: 60 });
    const [one, other] = [await withLead('One'), await withLead('Other')];
    const kept = await offer(one, on('2024-11-12', '2024-11-14'));
    const refused = await send([{ schoolId: other.id, days: on('2024-11-12', '2024-11-19') }]);
    expect(refused.refused[0]!.message).toBe('The visitor has too many visits that day.');
    const best = await own.get(`/api/schools/${other.id}/best-days?from=2024-11-11`).expect(200);
    const dates = best.body.days.map(({ date }: { date: string }) => date);
    expect(dates.length).toBeGreaterThan(0);
    expect(dates).not.toContain('2024-11-12');
    const byHand = { schoolId: other.id, scheduledOn: '2024-11-12', visitorId: scene.visitor.id };
    const warned = await own
      .post('/api/visits')
      .send({ ...byHand, accepting: [] })
      .expect(409);
    expect(warned.body.warnings).toEqual([
      {
        key: 'day_offered',
        message: 'Callum Reed is offered for Tue 12 Nov 2024 to One, which may still take it.',
      },
    ]);
    await own.post(`/api/day-offers/${kept.id}/withdraw`).expect(200);
    expect(await open(await tokenOf(one))).toMatchObject({
      state: 'withdrawn',
      closed: 'The music hub has withdrawn these days. Ask the music hub for other days.',
    });
    await offer(other, on('2024-11-12', '2024-11-19'));
  });

  it('that was booked meanwhile is gone, and what is left is said', async () => {
    const [school, quick] = [await withLead('Slow'), await scene.school('Quick')];
    await offer(school, on('2024-11-26', '2024-11-28'));
    const token = await tokenOf(school);
    await api.hub.visit(quick.id, {
      ...{ status: 'scheduled', scheduledOn: '2024-11-26', visitorId: scene.visitor.id },
    });
    expect((await open(token)).days.map(({ gone }) => gone)).toEqual([true, false]);
    const { body } = await answer({ token, answer: 'take', date: '2024-11-26' }).expect(409);
    expect(body.detail).toBe(
      'Tue 26 Nov 2024 has been taken in the meantime. Choose another: Thu 28 Nov 2024.',
    );
    await answer({ token, answer: 'take', date: '2024-11-28' }).expect(200);
  });

  it('goes to one of two people with the same link', async () => {
    const school = await withLead('Twice');
    await offer(school, on('2024-11-20', '2024-11-21'));
    const token = await tokenOf(school);
    const both = await Promise.all(
      ['2024-11-20', '2024-11-21'].map((date) => answer({ token, answer: 'take', date })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const visits = await visitsOf(school);
    expect(visits.map(({ status }) => status)).toEqual(['confirmed']);
  });
});

it('a day that the school proposes is seen by the team and scheduled by one press', async () => {
  const school = await withLead('Proposer');
  const visit = await api.hub.visit(school.id, { status: 'proposed' });
  const made = await offer(school, on('2024-12-03', '2024-12-05'), { visitId: visit.id });
  const token = await tokenOf(school);
  const proposal = { token, answer: 'propose', days: ['2025-01-14'], words: 'A Tuesday, please' };
  await answer(proposal).expect(200);
  await answer(proposal).expect(200);
  // What is not kept is not thanked for.
  await answer({ ...proposal, days: ['2025-01-15'] }).expect(409);
  const [seen] = (await today()).answers;
  expect(seen).toMatchObject({ proposedDays: ['2025-01-14'], words: 'A Tuesday, please' });
  const { body } = await own
    .post(`/api/day-offers/${made.id}/schedule`)
    .send({ version: seen!.version, date: '2025-01-14' })
    .expect(200);
  expect(body).toMatchObject({ state: 'taken', takenOn: '2025-01-14', visitId: visit.id });
  expect(await visitsOf(school)).toMatchObject([{ id: visit.id, status: 'confirmed' }]);
  expect((await today()).answers).toEqual([]);
});

describe('a link', () => {
  it('that was guessed, is old, or whose visit or school is no more says so', async () => {
    const guessed = await api.anonymous.post('/api/offered-days').send({ token: 'abc' });
    expect([guessed.status, sentences(guessed)![0]![1]]).toEqual([
      422,
      'This link does not work. Check that you have copied the whole link. Ask the music hub for a new one.',
    ]);
    const old = await withLead('Old');
    const { id } = await offer(old, on('2025-01-07', '2025-01-09'));
    const oldToken = await tokenOf(old);
    await api.dataSource.query(`UPDATE day_offers SET expires_on = '2024-09-01' WHERE id = $1`, [
      id,
    ]);
    const expired = 'These days were kept until Sun 1 Sep 2024. Ask the music hub for other days.';
    expect(await open(oldToken)).toMatchObject({ state: 'expired', closed: expired });
    const late = await answer({ token: oldToken, answer: 'take', date: '2025-01-07' }).expect(409);
    expect(late.body.detail).toBe(expired);
    // Offered again, the earlier one is written down as expired.
    await offer(old, on('2025-01-07', '2025-01-09'));
    expect((await read(id)).state).toBe('expired');

    const called = await withLead('Called off');
    const visit = await api.hub.visit(called.id, { status: 'proposed' });
    await offer(called, on('2025-01-21', '2025-01-23'), { visitId: visit.id });
    const calledToken = await tokenOf(called);
    const reason = { version: 1, by: 'hub', reason: 'No time' };
    await scene.head.post(`/api/visits/${visit.id}/cancel`).send(reason).expect(200);
    const off = await answer({ token: calledToken, answer: 'take', date: '2025-01-21' }).expect(
      409,
    );
    expect(off.body.detail).toBe('The visit that these days were for has been called off.');

    const closing = await withLead('Closing');
    await offer(closing, on('2025-01-28', '2025-01-30'));
    const closedToken = await tokenOf(closing);
    await api.hub.closeSchool(closing.id);
    const gone = await answer({ token: closedToken, answer: 'take', date: '2025-01-28' }).expect(
      409,
    );
    expect(gone.body.detail).toBe(
      'Closing has closed. Ask the music hub about days for the school that followed it.',
    );

    const agreed = await withLead('Agreed');
    await offer(agreed, on('2025-03-04', '2025-03-06'));
    const agreedToken = await tokenOf(agreed);
    const byHand = { status: 'scheduled', scheduledOn: '2025-03-11' } as const;
    await api.hub.visit(agreed.id, byHand);
    const twice = await answer({ token: agreedToken, answer: 'take', date: '2025-03-04' }).expect(
      409,
    );
    expect(twice.body.detail).toBe('A visit is agreed already, for Tue 11 Mar 2025.');
  });

  it('takes nothing that makes no sense, and says what', async () => {
    const school = await withLead('Odd');
    await offer(school, on('2025-03-18', '2025-03-20'));
    const token = await tokenOf(school);
    for (const [body, fault] of [
      [{ answer: 'take', date: '2025-03-19' }, ['date', 'Choose one of the days.']],
      [{ answer: 'propose' }, ['days', 'Propose a day, or write what would suit you.']],
      [
        { answer: 'propose', days: ['2024-02-01'] },
        ['days.0', 'Give a day after today, up to Tue 2 Sep 2025.'],
      ],
      [
        { answer: 'none', neverWeekdays: [1, 2, 3, 4, 5] },
        ['neverWeekdays', 'Leave at least one weekday on which a visit is possible.'],
      ],
      [
        { answer: 'none', cannot: [{ from: '2025-02-10', to: '2025-02-03' }] },
        ['cannot.0.to', 'The last day must not be before the first.'],
      ],
    ] as const) {
      const refused = await answer({ token, ...body });
      expect([refused.status, sentences(refused)]).toEqual([422, [fault]]);
    }
    const strange = await answer({ token, answer: 'perhaps' });
    expect([strange.status, sentences(strange)]).toEqual([
      422,
      [['answer', 'The answer is take, none or propose.']],
    ]);
    expect((await open(token)).state).toBe('sent');
  });

  it('is recalled once a day', async () => {
    const school = await withLead('Forgetful');
    const { id } = await offer(school, on('2025-04-01', '2025-04-03'));
    const remind = async (): Promise<DayOfferSending> =>
      (
        await own
          .post('/api/day-offers/remind')
          .send({ ids: [id] })
          .expect(200)
      ).body;
    expect(await remind()).toMatchObject({ sent: [{ remindedOn: TODAY }], refused: [] });
    expect((await remind()).refused[0]!.message).toBe('The school was reminded today.');
    const token = await tokenOf(school);
    const subjects = api.mailServer.at(addressOf(school)).map(({ parsed }) => parsed.subject);
    expect(subjects).toEqual([
      'A visit to Forgetful: which day suits you?',
      'Which day suits you? Our visit to Forgetful',
    ]);
    await answer({ token, answer: 'none' }).expect(200);
    expect((await remind()).refused[0]!.message).toBe(
      'The school has answered, or the days were withdrawn.',
    );
  });
});

describe('a confirmed visit', () => {
  const DAY = '2024-09-09';
  /** Confirmed a while ago. */
  const confirmed = async (name: string): Promise<[SchoolEntity, Visit]> => {
    const school = await withLead(name);
    const visit = await api.hub.visit(school.id, { status: 'confirmed', scheduledOn: DAY });
    await api.dataSource.query(
      `INSERT INTO visit_events (visit_id, kind, scheduled_on, overrode, at)
       VALUES ($1, 'confirmed', $2, '{}', '2024-08-20T10:00Z')`,
      [visit.id, DAY],
    );
    await api.send();
    return [school, (await visitsOf(school))[0]!];
  };
  const remindersOf = async (visit: Visit): Promise<string[]> =>
    (
      await api.dataSource.query(
        `SELECT status FROM mails WHERE visit_id = $1 AND kind = 'visit_reminder' ORDER BY created_at`,
        [visit.id],
      )
    ).map(({ status }: { status: string }) => status);
  const remindTwice = () =>
    Promise.all([1, 2].map(() => queueVisitReminders(api.dataSource, TODAY)));

  it('is remembered a week before, once, and the school can say that it cannot', async () => {
    const [school, visit] = await confirmed('Remembered');
    const [moved] = [(await confirmed('Moved'))[1]];
    const move = { version: moved.version, scheduledOn: '2024-09-10' };
    await scene.head.post(`/api/visits/${moved.id}/schedule`).send(move).expect(200);
    const written = await remindTwice();
    expect(written.reduce((sum, mails) => sum + mails, 0)).toBe(1);
    expect(await queueVisitReminders(api.dataSource, TODAY)).toBe(0);
    expect([await remindersOf(visit), await remindersOf(moved)]).toEqual([['waiting'], []]);
    const { page, token } = await linkOf(school);
    expect(page).toBe('cannot-make-it');
    const mail = api.mailServer.at(addressOf(school)).at(-1)!;
    expect([mail.parsed.subject, mail.event]).toEqual([
      'In a week: our visit to Remembered on Mon 9 Sep 2024',
      null,
    ]);
    const look = async () =>
      (await api.anonymous.post('/api/agreed-visit').send({ token }).expect(200)).body;
    expect(await look()).toMatchObject({ day: DAY, cannot: false, closed: null });
    const cannot = { token, reason: 'Inspection', notBefore: '2024-10-07' };
    for (let n = 0; n < 2; n += 1) {
      const said = await api.anonymous.post('/api/agreed-visit/cannot').send(cannot).expect(200);
      expect(said.body).toMatchObject({ cannot: true });
    }
    // What another at the school adds is not lost.
    const more = { ...cannot, reason: 'Inspection, and no hall' };
    await api.anonymous.post('/api/agreed-visit/cannot').send(more).expect(200);
    // Nothing is cancelled: it is seen.
    const now = (await visitsOf(school))[0]!;
    expect(now).toMatchObject({
      status: 'confirmed',
      schoolCannot: {
        saidOn: expect.any(String),
        said: 'Inspection, and no hall. Not before Mon 7 Oct 2024.',
      },
    });
    expect((await today()).cannot.map(({ id }) => id)).toEqual([visit.id]);
    const { body: known } = await own.get(`/api/schools/${school.id}/availability`).expect(200);
    expect(known.unavailable).toHaveLength(1);
    await own.post(`/api/visits/${visit.id}/can-after-all`).expect(200);
    expect((await today()).cannot).toEqual([]);
    // Cancelled, the same link has nothing to say any more.
    const cancel = { version: now.version, by: 'school', reason: 'Inspection' };
    await scene.head.post(`/api/visits/${visit.id}/cancel`).send(cancel).expect(200);
    expect((await look()).closed).toBe(
      'This visit does not take place, or has taken place already.',
    );
    await api.anonymous.post('/api/agreed-visit/cannot').send(cannot).expect(409);
  });

  it('is not remembered where it was confirmed in that week, or the hub does not want it', async () => {
    const late = await withLead('Late');
    const visit = await api.hub.visit(late.id, { status: 'scheduled', scheduledOn: DAY });
    await scene.head.post(`/api/visits/${visit.id}/confirm`).send({ version: 1 }).expect(200);
    const [, wanted] = await confirmed('Unwanted');
    const rules = (await scene.head.get('/api/hub-settings').expect(200)).body;
    const planning = { ...rules.planning, remindSchools: false };
    await scene.head
      .put('/api/hub-settings')
      .send({ ...rules, planning })
      .expect(200);
    expect(await queueVisitReminders(api.dataSource, TODAY)).toBe(0);
    const again = (await scene.head.get('/api/hub-settings').expect(200)).body;
    const { noticeDays, cancelShare, monthsBetween } = again.planning;
    await scene.head
      .put('/api/hub-settings')
      .send({ ...again, planning: { noticeDays, cancelShare, monthsBetween, remindSchools: true } })
      .expect(200);
    expect(await queueVisitReminders(api.dataSource, TODAY)).toBe(1);
    expect([await remindersOf(wanted), await remindersOf((await visitsOf(late))[0]!)]).toEqual([
      ['waiting'],
      [],
    ]);
    // What waits is overtaken by a move.
    const move = { version: wanted.version, scheduledOn: '2024-09-11' };
    await scene.head.post(`/api/visits/${wanted.id}/schedule`).send(move).expect(200);
    expect(await remindersOf(wanted)).toEqual(['cancelled']);
  });
});
