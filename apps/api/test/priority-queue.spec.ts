import type { QueueEntry } from '@tracker/contract';
import { compareInQueue } from '@tracker/domain';
import { runRefresh } from '@tracker/work';
import { type Agent, eventually, listQuery, startTestApi, type TestApi } from './support/test-api';

const TODAY = '2024-11-20';
let api: TestApi;
let head: Agent;
beforeAll(async () => {
  api = await startTestApi(TODAY);
  head = await api.as(await api.hub.user('head', [], 'Hilary Head'));
  await api.startWorker();
});
afterAll(() => api.stop());

const queue = async (filter: object = {}): Promise<QueueEntry[]> =>
  (
    await head
      .get('/api/priority-queue')
      .query(listQuery({ filter, range: [0, 999] }))
      .expect(200)
  ).body;
const entry = async (id: string): Promise<QueueEntry> =>
  (await head.get(`/api/priority-queue/${id}`)).body;
const rank = () => runRefresh(api.dataSource, TODAY);
/** Ranks all that is stale; what the worker has claimed meanwhile is waited for. */
const refresh = () =>
  eventually(
    async () => {
      await rank();
      return api.dataSource.query('SELECT school_id FROM stale_scores LIMIT 1');
    },
    (stale) => stale.length === 0,
  );

describe('the queue', () => {
  it('is in the order of the rule, whatever the database sorts by', async () => {
    const days = [
      null,
      '2016-03-04',
      '2021-11-19',
      '2021-11-20',
      '2022-05-06',
      '2023-06-07',
      '2024-10-11',
    ];
    for (const [index, day] of [...days, ...days].entries()) {
      const school = await api.hub.school({
        name: `${['Zeal', 'Émile', 'abbey', 'St. John', "O'Neill"][index % 5]} ${index}`,
        fsmPercent: index % 3 === 0 ? null : index * 3,
        establishmentType: index % 4 === 0 ? 'Pupil referral unit' : 'Community school',
      });
      if (day) await api.hub.completedVisit(school.id, day);
    }
    await refresh();
    const entries = await queue();
    expect(entries.map((one) => one.rank)).toEqual(entries.map((_, index) => index + 1));
    const sorted = [...entries].sort((a, b) =>
      compareInQueue(
        { ...a, snoozed: a.snoozedUntil !== null },
        { ...b, snoozed: b.snoozedUntil !== null },
      ),
    );
    expect(entries.map((one) => one.name)).toEqual(sorted.map((one) => one.name));
    for (const { score, factors } of entries) {
      expect(
        Math.abs(score - factors.reduce((sum, factor) => sum + factor.points, 0)),
      ).toBeLessThan(1e-6);
    }
  });

  it('explains the example of the rule: 36 months are 16.7 points', async () => {
    const school = await api.hub.school({ fsmPercent: 20 });
    await api.hub.completedVisit(school.id, '2021-11-19');
    await refresh();
    const found = await entry(school.id);
    expect(found).toMatchObject({
      state: 'overdue',
      band: 1,
      monthsSince: 36,
      lastVisitedOn: '2021-11-19',
      score: 41.7,
    });
    expect(found.factors.map(({ key, points }) => [key, points])).toEqual([
      ['time_since_visit', 16.7],
      ['free_school_meals', 10],
      ['no_music_plan', 10],
      ['overdue_actions', 0],
      ['special_or_alternative', 0],
      ['no_music_lead', 5],
    ]);
    expect(found.factors[0]?.detail).toContain('Last visited Fri 19 Nov 2021');
  });

  it('keeps the rank of the whole queue under a filter', async () => {
    const all = await queue();
    const due = await queue({ state: ['due', 'on_track'] });
    expect(due.length).toBeGreaterThan(0);
    for (const one of due) expect(all[one.rank - 1]?.id).toBe(one.id);
  });

  it('counts what predecessors hand down, and leaves out schools outside the cycle', async () => {
    const old = await api.hub.school({ status: 'closed', closedOn: '2023-08-31' });
    const successor = await api.hub.school({ establishmentType: 'Academy converter' });
    await api.hub.completedVisit(old.id, '2022-09-01');
    await api.hub.succession(old, successor);
    await refresh();
    expect(await entry(successor.id)).toMatchObject({
      state: 'on_track',
      lastVisitedOn: '2022-09-01',
    });
    await head.get(`/api/priority-queue/${old.id}`).expect(404);
  });

  it('goes by visits that count, and by actions whose day is over', async () => {
    const school = await api.hub.school();
    await api.hub.otherDoesNotCount();
    await api.hub.completedVisit(school.id, '2021-11-20');
    await api.hub.visitsNotCounting(school.id, '2024-10-01');
    const action = async (dueOn: string, more: object = {}) => {
      const add = head.post('/api/follow-up-actions');
      const { body } = await add.send({ schoolId: school.id, title: 'Ring', dueOn }).expect(201);
      const change = { version: body.version, ...more };
      if (Object.keys(more).length > 0)
        await head.put(`/api/follow-up-actions/${body.id}`).send(change).expect(200);
    };
    await action(TODAY);
    await action('2024-11-01', { status: 'done' });
    const standing = async () => {
      await refresh();
      const { state, lastVisitedOn, factors } = await entry(school.id);
      return [state, lastVisitedOn, factors.find(({ key }) => key === 'overdue_actions')?.points];
    };
    expect(await standing()).toEqual(['due', '2021-11-20', 0]);
    await action('2024-11-19');
    expect(await standing()).toEqual(['due', '2021-11-20', 5]);
    await api.hub.completedVisit(school.id, TODAY);
    // Said to have been tomorrow: it counts once its day has come.
    await api.hub.completedVisit(school.id, '2024-11-21');
    expect(await standing()).toEqual(['on_track', TODAY, 5]);
  });

  it('says who is booked', async () => {
    const school = await api.hub.school();
    await api.hub.visit(school.id, { status: 'confirmed', scheduledOn: TODAY });
    const { id: notBooked } = await api.hub.school();
    await api.hub.visit(notBooked, { status: 'confirmed', scheduledOn: '2024-11-19' });
    await api.hub.visitsNotCounting(notBooked, '2024-12-03');
    await refresh();
    expect(await entry(school.id)).toMatchObject({ booked: true, nextVisitOn: TODAY });
    expect(await entry(notBooked)).toMatchObject({ booked: false, nextVisitOn: null });
    expect((await queue({ booked: true })).map((one) => one.id)).toEqual([school.id]);
  });
});

describe('whose a school is', () => {
  it('is the visitor of its open visit, else the lead of its region', async () => {
    const [lead, visitor] = [await api.hub.user('regional'), await api.hub.user('regional')];
    const region = await api.hub.region();
    await api.dataSource.query('UPDATE regions SET lead_user_id = $1 WHERE id = $2', [
      lead.id,
      region.id,
    ]);
    const school = () => api.hub.school({ regionId: region.id });
    const [unplanned, taken, over, open] = [
      await school(),
      await school(),
      await school(),
      await school(),
    ];
    const scheduled = { status: 'scheduled', scheduledOn: '2024-12-03' } as const;
    await api.hub.visit(taken.id, { ...scheduled, visitorId: visitor.id });
    await api.hub.visit(over.id, { status: 'cancelled', visitorId: visitor.id });
    await api.hub.visit(open.id, { status: 'proposed' });
    await refresh();
    const owned = async (ownerId: string) => (await queue({ ownerId })).map(({ id }) => id).sort();
    expect(await owned(visitor.id)).toEqual([taken.id]);
    expect(await owned(lead.id)).toEqual([unplanned.id, over.id, open.id].sort());
    await head
      .get('/api/priority-queue')
      .query(listQuery({ filter: { ownerId: 'me' } }))
      .expect(400);
  });
});

describe('pinning and snoozing', () => {
  it('puts a school first or last until the end date, with reason and name', async () => {
    const school = await api.hub.school();
    await api.hub.completedVisit(school.id, '2024-10-01');
    await refresh();
    const hold = (body: object) => head.post(`/api/priority-queue/${school.id}/hold`).send(body);
    const pinned = await hold({
      kind: 'pin',
      reason: 'New head asked',
      untilOn: '2024-12-20',
    }).expect(200);
    expect(pinned.body).toMatchObject({
      rank: 1,
      band: 3,
      pinned: true,
      hold: { reason: 'New head asked', untilOn: '2024-12-20', createdByName: 'Hilary Head' },
    });
    const snoozed = await hold({ kind: 'snooze', reason: 'Building works', untilOn: TODAY }).expect(
      200,
    );
    const all = await queue();
    expect(snoozed.body).toMatchObject({ rank: all.length, pinned: false, snoozedUntil: TODAY });
    expect((await queue({ snoozed: false })).some((one) => one.id === school.id)).toBe(false);
    await head.delete(`/api/priority-queue/${school.id}/hold`).expect(200);
    expect(await entry(school.id)).toMatchObject({ pinned: false, snoozedUntil: null, hold: null });
    const [{ kept }] = await api.dataSource.query(
      'SELECT count(*)::int AS kept FROM queue_holds WHERE school_id = $1 AND lifted_by_id IS NOT NULL',
      [school.id],
    );
    expect(kept).toBe(2);
  });

  it.each([
    [{ kind: 'pin', untilOn: '2024-12-20' }, 'reason'],
    [{ kind: 'pin', reason: ' ', untilOn: '2024-12-20' }, 'reason'],
    [{ kind: 'pin', reason: 'x' }, 'untilOn'],
    [{ kind: 'pin', reason: 'x', untilOn: '2024-11-19' }, 'untilOn'],
    [{ kind: 'pin', reason: 'x', untilOn: '2026-11-19' }, 'untilOn'],
    [{ kind: 'hide', reason: 'x', untilOn: '2024-12-20' }, 'kind'],
  ])('%j names the field %s', async (body, field) => {
    const school = await api.hub.school();
    const answer = await head.post(`/api/priority-queue/${school.id}/hold`).send(body).expect(422);
    expect(answer.body.errors[0].field).toBe(field);
  });
});

describe('the ranking', () => {
  it('follows a save within two seconds, without being asked', async () => {
    const school = await api.hub.school();
    await head.post('/api/priority-refreshes').send({ all: true }).expect(202);
    await eventually(
      () => entry(school.id).catch(() => null),
      (one) => one?.state === 'never_visited',
      70,
    );
    const { body } = await head
      .post('/api/visits')
      .send({ schoolId: school.id, scheduledOn: TODAY })
      .expect(201);
    await head
      .post(`/api/visits/${body.id}/outcome`)
      .send({ visitedOn: TODAY, summary: 'Fine.' })
      .expect(200);
    await eventually(
      () => entry(school.id),
      (one) => one.state === 'on_track' && !one.stale,
      2,
    );
    await head
      .post('/api/contacts')
      .send({ schoolId: school.id, name: 'Jo', role: 'music_lead' })
      .expect(201);
    const led = (one: QueueEntry) =>
      one.factors.find((factor) => factor.key === 'no_music_lead')?.points === 0;
    await eventually(() => entry(school.id), led, 2);
  }, 90_000);

  it('is asked for and answers with what it did; a second one changes nothing', async () => {
    const ask = async () => {
      const { body } = await head.post('/api/priority-refreshes').send({ all: true }).expect(202);
      return eventually(
        async () => (await head.get(`/api/priority-refreshes/${body.id}`).expect(200)).body,
        (refresh) => refresh.status === 'done',
      );
    };
    await ask();
    const second = await ask();
    expect(second).toMatchObject({ status: 'done', changed: 0 });
    expect(second.schools).toBe((await queue()).length);
    expect(second.startedAt <= second.finishedAt).toBe(true);
  });

  it('by eight workers at once ranks each school once and right', async () => {
    const before = await queue();
    await api.dataSource.query('TRUNCATE priority_scores');
    await api.dataSource.query(
      'INSERT INTO stale_scores SELECT id FROM schools WHERE in_scope ON CONFLICT DO NOTHING',
    );
    const runs = await Promise.all(Array.from({ length: 8 }, rank));
    expect(runs.reduce((sum, run) => sum + run.schools, 0)).toBeLessThanOrEqual(before.length);
    const after = await eventually(queue, (entries) => entries.length === before.length);
    const facts = ({ id, rank, score, state }: QueueEntry) => ({ id, rank, score, state });
    expect(after.map(facts)).toEqual(before.map(facts));
  });

  it('loses nothing of a change that commits while a ranking is under way', async () => {
    const school = await api.hub.school();
    await refresh();
    const writer = api.dataSource.createQueryRunner();
    await writer.startTransaction();
    await writer.query(
      `INSERT INTO visits (school_id, status, visited_on) VALUES ($1, 'completed', $2)`,
      [school.id, TODAY],
    );
    // Stale for another reason, so that it is ranked without what is not committed yet.
    await api.dataSource.query('UPDATE schools SET fsm_percent = 7 WHERE id = $1', [school.id]);
    await refresh();
    const meanwhile = await entry(school.id);
    expect(meanwhile.state).toBe('never_visited');
    expect(meanwhile.factors.find(({ key }) => key === 'free_school_meals')?.points).toBe(3.5);
    await writer.commitTransaction();
    await writer.release();
    await refresh();
    expect((await entry(school.id)).state).toBe('on_track');
  });
});
