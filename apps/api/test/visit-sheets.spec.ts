import type { Import, ImportRow, VisitReading } from '@tracker/contract';
import { addDays, formatDay } from '@tracker/domain';
import { sweepImports } from '@tracker/work';
import { csvOf, registerRow } from '@tracker/testing/imports';
import { makeWorkbook } from '../../../libs/files/src/reading/testing/make-files';
import { eventually, listQuery, startTestApi, type Agent, type TestApi } from './support/test-api';

jest.setTimeout(120_000);

let api: TestApi;
let head: Agent;
let schoolIds: Record<number, string>;

const sweep = () =>
  sweepImports(api.dataSource, { dataDir: api.env.dataDir, today: api.env.today ?? '' });
const get = async (id: string): Promise<Import> => (await head.get(`/api/imports/${id}`)).body;
const settled = async (id: string): Promise<Import> => {
  await sweep();
  return eventually(
    () => get(id),
    ({ status }) => status !== 'queued' && status !== 'running',
  );
};
async function send(
  file: string | Buffer,
  fields: Record<string, string> = {},
  name = 'visits.csv',
): Promise<Import> {
  const request = head.post('/api/imports');
  const all = { kind: 'visits', dryRun: 'true', ...fields };
  for (const [field, value] of Object.entries(all)) void request.field(field, value);
  const { body } = await request.attach('file', Buffer.from(file), name).expect(202);
  return settled(body.id);
}
const reading = async (id: string): Promise<VisitReading> =>
  (await head.get(`/api/imports/${id}/reading`).expect(200)).body;
const rowsOf = async (id: string, filter: object = {}): Promise<ImportRow[]> =>
  (
    await head
      .get(`/api/imports/${id}/rows`)
      .query(listQuery({ filter, range: [0, 99] }))
      .expect(200)
  ).body;
const decide = (id: string, rowId: string, decision: object) =>
  head.post(`/api/imports/${id}/rows/${rowId}/decide`).send(decision);
const run = async (id: string): Promise<Import> => {
  await head.post(`/api/imports/${id}/run`).expect(202);
  return settled(id);
};
const inShort = (rows: readonly ImportRow[]) =>
  rows.map(({ line, outcome, handedBackFor }) => [line, handedBackFor ?? outcome].join(' '));
const visits = () =>
  api.dataSource.query(
    `SELECT s.urn, v.id, v.status, v.visited_on AS day, coalesce(u.name, v.visitor_note) AS visitor,
       o.summary, v.version
     FROM visits v JOIN schools s ON s.id = v.school_id LEFT JOIN users u ON u.id = v.visitor_id
     LEFT JOIN visit_outcomes o ON o.visit_id = v.id ORDER BY v.visited_on, v.created_at, v.id`,
  );

beforeAll(async () => {
  api = await startTestApi();
  head = await api.as(await api.hub.user('head'));
  const named = ['Larch Primary School', 'Alder Primary School', 'Birch Junior School'];
  await send(
    csvOf(named.map((name, at) => registerRow(310001 + at, { EstablishmentName: name }))),
    { kind: 'schools', dryRun: 'false' },
    'register.csv',
  );
  const schools: { urn: number; id: string }[] = await api.dataSource.query(
    'SELECT urn, id FROM schools',
  );
  schoolIds = Object.fromEntries(schools.map(({ urn, id }) => [urn, id]));
});
beforeEach(async () => {
  await api.dataSource.query('DELETE FROM known_names');
  await api.dataSource.query('DELETE FROM visits');
});
afterAll(() => api.stop());

describe('a file of visits', () => {
  it('is checked, put right row by row, written once, and taken back', async () => {
    const checked = await send(
      'School,Date of visit,Visited by,Notes\n' +
        'Larch Primary School,12/1/2024,CL,choir\n' +
        'The Larches,13/1/2024,CL,band\n' +
        'Alder Primary School,w/c 15/1/2024,CL,brass\n' +
        'Birch Junior School,16/1/2024,CL,School cancelled\n' +
        'the larches,17/1/2024,,again\n',
    );
    expect(checked).toMatchObject({ status: 'done', dryRun: true, created: 1, rejected: 4 });
    const { id } = checked;
    expect(inShort(await rowsOf(id))).toEqual([
      ...['2 new', '3 school', '4 day', '5 not_held', '6 school'],
    ]);
    const [, larches, week, cancelled] = await rowsOf(id);
    expect(week?.reason).toMatch(/names a week/);

    // A school chosen for a name counts for the other rows of that name as well.
    const { body: chosen } = await decide(id, larches!.id, { schoolId: schoolIds[310001] }).expect(
      200,
    );
    expect(chosen).toMatchObject({ outcome: 'new', schoolFoundBy: 'chosen', schoolUrn: 310001 });
    await decide(id, week!.id, { visitedOn: '2024-01-15' }).expect(200);
    await decide(id, cancelled!.id, { skip: true }).expect(200);
    expect(inShort(await rowsOf(id))).toEqual([
      ...['2 new', '3 new', '4 new', '5 skipped', '6 new'],
    ]);
    expect(await get(id)).toMatchObject({ created: 4, rejected: 0 });

    const user = await api.hub.user('regional');
    const { body: named } = await head
      .post(`/api/imports/${id}/visitors`)
      .send({ name: 'CL', userId: user.id })
      .expect(200);
    expect(named.visitors).toMatchObject([{ name: 'CL', known: 'remembered', rows: 4 }]);

    // A new matching keeps what was decided, and nothing is sent again.
    await head.post(`/api/imports/${id}/check`).send({ takeChanges: false }).expect(202);
    expect(await settled(id)).toMatchObject({ status: 'done', dryRun: true, created: 4 });

    const written = await run(id);
    expect(written).toMatchObject({ status: 'done', dryRun: false, created: 4, canUndo: true });
    expect(await head.post(`/api/imports/${id}/run`).expect(202)).toHaveProperty('body.id', id);
    await sweep();
    expect(await visits()).toMatchObject([
      { urn: 310001, day: '2024-01-12', visitor: user.name, summary: 'choir' },
      { urn: 310001, day: '2024-01-13', visitor: user.name },
      { urn: 310002, day: '2024-01-15', summary: 'brass' },
      { urn: 310001, day: '2024-01-17', visitor: null },
    ]);
    await decide(id, week!.id, {}).expect(409);
    await head.post(`/api/imports/${id}/check`).send({}).expect(409);

    // What was said once is known in the next file, and can be forgotten.
    const next = await send('School,Date,Visited by\nThe Larches,18/1/2024,c.l.\n');
    expect(await rowsOf(next.id)).toMatchObject([
      { outcome: 'new', schoolFoundBy: 'remembered', visitor: user.name },
    ]);
    const { body: names } = await head.get('/api/known-names').expect(200);
    expect(names.map(({ name, kind }: { name: string; kind: string }) => [kind, name])).toEqual([
      ['visitor', 'CL'],
      ['school', 'The Larches'],
    ]);
    await head.delete(`/api/known-names/${names[1].id}`).expect(204);
    await head.delete(`/api/known-names/${names[1].id}`).expect(404);

    await head.post(`/api/imports/${id}/undo`).expect(202);
    await sweep();
    await eventually(
      () => get(id),
      ({ status }) => status === 'undone',
    );
    expect(await visits()).toEqual([]);
  });

  it('has its questions answered before its rows are created', async () => {
    const { id, created, rejected } = await send(
      'School,Date of visit,OK?\nLarch Primary School,12/1/2024,Y\nAlder Primary School,13/1/2024,N\n',
    );
    expect({ created, rejected }).toEqual({ created: 0, rejected: 2 });
    const { questions, handedBack, mayRun } = await reading(id);
    expect(questions).toMatchObject([{ key: 'held-0-2', answer: null }]);
    expect({ handedBack, mayRun }).toEqual({ handedBack: { question: 2 }, mayRun: true });
    const answers = { 'held-0-2': 'yes_held' };
    await head.post(`/api/imports/${id}/check`).send({ answers }).expect(202);
    expect(await settled(id)).toMatchObject({ created: 1, rejected: 1 });
    expect(await rowsOf(id, { outcome: 'handed_back' })).toMatchObject([
      { line: 3, handedBackFor: 'not_held' },
    ]);
  });

  it('has its sheets and columns chosen anew, also when none could be read at first', async () => {
    const book = makeWorkbook({
      Summary: [
        ['District', 'Visits'],
        ['East', 3],
      ],
      East: [
        ['School', 'Date of visit'],
        ['Larch Primary School', { day: 45_306 }],
      ],
      West: [
        ['School', 'Date of visit'],
        ['Alder Primary School', { day: 45_307 }],
      ],
    });
    const { id, created } = await send(book, {}, 'visits.xlsx');
    expect(created).toBe(2);
    const { sheets } = await reading(id);
    expect(sheets.map(({ name, read, days }) => [name, read, days])).toEqual([
      ['Summary', false, 0],
      ['East', true, 1],
      ['West', true, 1],
    ]);
    await head
      .post(`/api/imports/${id}/check`)
      .send({ sheets: [{ index: 2, read: false }] })
      .expect(202);
    expect(await settled(id)).toMatchObject({ created: 1 });

    const failed = await send('Wer,Wann\nLarch Primary School,12 January 2024\n');
    expect(failed).toMatchObject({ status: 'failed', message: expect.stringMatching(/No column/) });
    expect((await reading(failed.id)).sheets[0]).toMatchObject({
      header: ['Wer', 'Wann'],
      read: false,
    });
    await head.post(`/api/imports/${failed.id}/run`).expect(409);
    const mapping = { schoolName: 0, visitedOn: 1 };
    await head
      .post(`/api/imports/${failed.id}/check`)
      .send({ sheets: [{ index: 0, mapping }] })
      .expect(202);
    expect(await settled(failed.id)).toMatchObject({ status: 'done', created: 1 });
  });

  it('that was corrected offers its changes and is never called unchanged', async () => {
    const header = 'School,Date of visit,Visited by,Notes\n';
    const first = await send(`${header}Larch Primary School,18/01/2024,J. Amble,Met Mrs P\n`);
    await run(first.id);
    const corrected = await send(
      `${header}Larch Primary School,18/01/2024,J. Amble and P. Orwin,Met Mrs P. Ukulele agreed.\n`,
    );
    expect(corrected).toMatchObject({ unchanged: 0, updated: 0, rejected: 1 });
    const [row] = await rowsOf(corrected.id);
    expect(row).toMatchObject({ handedBackFor: 'differs', changes: [{}, { field: 'summary' }] });
    await decide(corrected.id, row!.id, { sameDay: 'change' }).expect(200);
    expect(await run(corrected.id)).toMatchObject({ updated: 1, rejected: 0 });
    expect(await visits()).toMatchObject([
      { visitor: 'J. Amble and P. Orwin', summary: 'Met Mrs P. Ukulele agreed.' },
    ]);
    await head.post(`/api/imports/${corrected.id}/undo`).expect(202);
    await sweep();
    await eventually(
      () => get(corrected.id),
      ({ status }) => status === 'undone',
    );
    expect(await visits()).toMatchObject([{ visitor: 'J. Amble', summary: 'Met Mrs P' }]);
  });

  it('completes the visit scheduled for its day, and undoing it schedules that again', async () => {
    const { body: planned } = await head
      .post('/api/visits')
      .send({ schoolId: schoolIds[310001], scheduledOn: api.env.today })
      .expect(201);
    const done = await send(
      `School,Date of visit,Notes\nLarch Primary School,${api.env.today},Done\n`,
    );
    expect(await rowsOf(done.id)).toMatchObject([{ outcome: 'completes', visitId: planned.id }]);
    expect(await run(done.id)).toMatchObject({ created: 0, updated: 1 });
    expect(await visits()).toMatchObject([
      { id: planned.id, status: 'completed', summary: 'Done' },
    ]);
    await head.post(`/api/imports/${done.id}/undo`).expect(202);
    await sweep();
    await eventually(
      () => get(done.id),
      ({ status }) => status === 'undone',
    );
    expect(await visits()).toMatchObject([{ id: planned.id, status: 'scheduled', summary: null }]);
  });

  it('asks whether a visit scheduled within a week is this one', async () => {
    const today = api.env.today ?? '';
    const { body: planned } = await head
      .post('/api/visits')
      .send({ schoolId: schoolIds[310001], scheduledOn: today })
      .expect(201);
    const sheet = `School,Date of visit,Notes\nLarch Primary School,${addDays(today, -1)},Done\n`;
    expect(await send(sheet, { dryRun: 'false' })).toMatchObject({ created: 0, rejected: 1 });
    const { id } = await send(sheet);
    const [row] = await rowsOf(id);
    expect(row).toMatchObject({
      ...{ handedBackFor: 'near_scheduled', visitId: planned.id },
      reason: `A visit is scheduled for ${formatDay(today)}. Is this it?`,
    });
    const { body: another } = await decide(id, row!.id, { sameDay: 'another' }).expect(200);
    expect(another.outcome).toBe('new');
    const { body: same } = await decide(id, row!.id, { sameDay: 'change' }).expect(200);
    expect(same).toMatchObject({ outcome: 'completes', visitId: planned.id });
    expect(await run(id)).toMatchObject({ created: 0, updated: 1 });
    expect(await visits()).toMatchObject([
      { id: planned.id, status: 'completed', day: addDays(today, -1), summary: 'Done' },
    ]);
    expect(await send(sheet)).toMatchObject({ unchanged: 1, rejected: 0 });
  });

  it('is not written when the record has changed since it was checked', async () => {
    const sheet = 'School,Date of visit,Notes\nLarch Primary School,12/1/2024,choir\n';
    const checked = await send(sheet);
    await send(sheet, { dryRun: 'false' });
    const stopped = await run(checked.id);
    expect(stopped).toMatchObject({
      ...{ status: 'done', dryRun: true, created: 0, unchanged: 1 },
      message: expect.stringMatching(/record has changed since the file was checked.*1 row/),
    });
    expect(await run(checked.id)).toMatchObject({ dryRun: false, created: 0, unchanged: 1 });
    expect(await visits()).toHaveLength(1);
  });

  it('keeps two visits of a day by two people, also when it is sent again', async () => {
    const sheet =
      'School,Date of visit,Visited by,Type of visit,Notes\n' +
      'Larch Primary School,16/01/2024,J. Amble,Cycle visit,Morning\n' +
      'Larch Primary School,16/01/2024,P. Orwin,Follow up,Afternoon\n';
    expect(await send(sheet, { dryRun: 'false' })).toMatchObject({ created: 2, rejected: 0 });
    expect(await send(sheet)).toMatchObject({ created: 0, unchanged: 2, rejected: 0 });
  });

  it('knows the rows that a person put right when it is sent again and again', async () => {
    const sheet = (notes = 'choir') =>
      'School,Date of visit,Visited by,Notes\n' +
      `Larch Primary School,Jan 2024,CL,${notes}\n` +
      'The Old Mill,13/1/2024,CL,band\n' +
      'Alder Primary School,w/c 15/1/2024,CL,brass\n' +
      'Birch Junior School,16/1/2024,CL,School cancelled\n' +
      'Birch Junior School,17/1/2024,CL,morning\n' +
      'Birch Junior School,17/1/2024,CL,afternoon\n' +
      'Birch Junior School,18/1/2024,CL,School cancelled again\n';
    const first = await send(sheet());
    const answers = [
      { visitedOn: '2024-01-09' },
      { schoolId: schoolIds[310003], remember: false },
      { visitedOn: '2024-01-15' },
      { tookPlace: true },
      null,
      { sameDay: 'another' },
      { skip: true },
    ];
    for (const [at, answer] of answers.entries()) {
      const row = (await rowsOf(first.id))[at]!;
      if (answer) await decide(first.id, row.id, answer).expect(200);
    }
    expect(await run(first.id)).toMatchObject({ created: 6, rejected: 0, skipped: 1 });

    const again = await send(sheet());
    const rows = await rowsOf(again.id);
    expect(inShort(rows)).toEqual([
      ...['2 identical', '3 identical', '4 identical', '5 identical', '6 identical'],
      ...['7 identical', '8 skipped'],
    ]);
    expect(rows[0]).toMatchObject({
      ...{ visitedOn: '2024-01-09', decidedBefore: true, decision: { visitedOn: '2024-01-09' } },
    });
    expect(await run(again.id)).toMatchObject({ created: 0, unchanged: 6, skipped: 1 });
    const third = await send(sheet(), { dryRun: 'false' });
    expect(third).toMatchObject({ created: 0, updated: 0, unchanged: 6, rejected: 0 });

    // Read with each month as its 1st, the day that was typed still holds, and so do the notes.
    await head
      .post(`/api/imports/${(await send(sheet())).id}/check`)
      .send({ answers: { 'months-0': 'first' } })
      .expect(202)
      .expect(async ({ body }) =>
        expect(await settled(body.id)).toMatchObject({ created: 0, unchanged: 6 }),
      );

    // A row that was corrected since is the same visit, and is offered as a change of it.
    const corrected = await send(sheet('choir of 40'));
    expect((await rowsOf(corrected.id))[0]).toMatchObject({
      ...{ handedBackFor: 'differs', visitedOn: '2024-01-09' },
      changes: [{ field: 'summary', before: 'choir', after: 'choir of 40' }],
    });
    // Which row it was is likely only: its changes are looked at one by one.
    await head.post(`/api/imports/${corrected.id}/check`).send({ takeChanges: true }).expect(202);
    expect(await settled(corrected.id)).toMatchObject({ updated: 0, rejected: 1 });
    const [row] = await rowsOf(corrected.id);
    await decide(corrected.id, row!.id, { ...row!.decision, sameDay: 'change' }).expect(200);
    expect(await run(corrected.id)).toMatchObject({ created: 0, updated: 1, unchanged: 5 });
    expect(await send(sheet('choir of 40'))).toMatchObject({ unchanged: 6, rejected: 0 });

    // An answer taken back does not return when the file is read again.
    const back = await send(sheet('choir of 40'));
    await decide(back.id, row!.id, {}).expect(200);
    await head.post(`/api/imports/${back.id}/check`).send({}).expect(202);
    await settled(back.id);
    expect((await rowsOf(back.id))[0]).toMatchObject({
      ...{ handedBackFor: 'question', decision: null, decidedBefore: false },
    });
  });

  it('takes the day of a visit of which only the month was known, and makes no second one', async () => {
    const sheet = (day: string) =>
      `School,Date of visit,Visited by,Notes\nLarch Primary School,${day},CL,choir\n`;
    const monthFirst = async () => {
      const { id } = await send(sheet('Feb 2023'));
      await head
        .post(`/api/imports/${id}/check`)
        .send({ answers: { 'months-0': 'first' } })
        .expect(202);
      await settled(id);
      return id;
    };
    const visits = () =>
      api.dataSource.query(`SELECT v.visited_on, o.summary FROM visits v
        JOIN visit_outcomes o ON o.visit_id = v.id`);
    expect(await run(await monthFirst())).toMatchObject({ created: 1 });
    const marked = 'Only the month is known: Feb 2023.\n\nchoir';
    expect(await visits()).toEqual([{ visited_on: '2023-02-01', summary: marked }]);

    const later = await send(sheet('14/2/23'));
    const [row] = await rowsOf(later.id);
    expect(row).toMatchObject({ handedBackFor: 'differs', changes: [{ field: 'day' }, {}] });
    await decide(later.id, row!.id, { sameDay: 'change' }).expect(200);
    expect(await run(later.id)).toMatchObject({ created: 0, updated: 1 });
    expect(await visits()).toEqual([{ visited_on: '2023-02-14', summary: 'choir' }]);
    expect(await send(sheet('14/2/23'))).toMatchObject({ created: 0, unchanged: 1 });
    // The older file again: its month is that visit's.
    expect(inShort(await rowsOf(await monthFirst()))).toEqual(['2 identical']);

    await head.post(`/api/imports/${later.id}/undo`).expect(202);
    await sweep();
    await eventually(
      () => get(later.id),
      ({ status }) => status === 'undone',
    );
    expect(await visits()).toEqual([{ visited_on: '2023-02-01', summary: marked }]);
  });

  it('answers its questions as they were when it was sent before, unless it is another file', async () => {
    const sheet = (schools: readonly string[]) =>
      `School,Date of visit,OK?\n${schools.map((name, at) => `${name},${at ? '17/1/2023' : 'Jan 2023'},${at ? 'Y' : 'N'}\n`).join('')}`;
    const schools = ['Larch Primary School', 'Alder Primary School', 'Birch Junior School'];
    const answersOf = async (id: string) =>
      (await reading(id)).questions.map(({ key, answer }) => [key, answer]);
    const open = [
      ['months-0', null],
      ['held-0-2', null],
    ];
    const first = await send(sheet(schools));
    expect(await answersOf(first.id)).toEqual(open);
    const answers = { 'months-0': 'first', 'held-0-2': 'unrelated' };
    await head.post(`/api/imports/${first.id}/check`).send({ answers }).expect(202);
    await settled(first.id);
    // Answered and not imported tells nothing.
    expect(await answersOf((await send(sheet(schools))).id)).toEqual(open);
    expect(await run(first.id)).toMatchObject({ created: 3, rejected: 0 });

    const grown = await send(sheet([...schools, 'Larch Primary School']));
    expect(grown).toMatchObject({ created: 1, unchanged: 3, rejected: 0 });
    expect(await answersOf(grown.id)).toEqual(Object.entries(answers));
    const { notices, options } = await reading(grown.id);
    expect(notices).toEqual([expect.stringMatching(/^Most of this file was imported before\./)]);
    expect(options).toEqual({ answers });

    const other = await send(sheet(['Alder Primary School', 'Larch Primary School']));
    expect(await answersOf(other.id)).toEqual(open);

    // What is taken back stays open.
    await head.post(`/api/imports/${grown.id}/check`).send({}).expect(202);
    await settled(grown.id);
    expect(await answersOf(grown.id)).toEqual(open);
  });

  it('knows a visit whose typed day was put right in the tracker since', async () => {
    const sheet = 'School,Date of visit\nLarch Primary School,Jan 2024\n';
    const first = await send(sheet);
    const [row] = await rowsOf(first.id);
    await decide(first.id, row!.id, { visitedOn: '2024-01-09' }).expect(200);
    await run(first.id);
    await api.dataSource.query(`UPDATE visits SET visited_on = '2024-01-10'`);
    expect(await send(sheet)).toMatchObject({ created: 0, unchanged: 1 });
    // Taken back, the import answers nothing any more.
    await head.post(`/api/imports/${first.id}/undo`).expect(202);
    await sweep();
    await eventually(
      () => get(first.id),
      ({ status }) => status === 'undone',
    );
    const next = await send(sheet);
    expect(inShort(await rowsOf(next.id))).toEqual(['2 question']);
  });

  it('takes a visit planned for a day of the file as that day’s, however near another one is', async () => {
    const planned = await api.hub.visit(schoolIds[310001]!, {
      ...{ status: 'scheduled', scheduledOn: '2024-01-16' },
    });
    const sheet =
      'School,Date of visit\nLarch Primary School,12/01/2024\nLarch Primary School,16/01/2024\n';
    const { id } = await send(sheet);
    const rows = await rowsOf(id);
    expect(inShort(rows)).toEqual(['2 new', '3 completes']);
    expect(rows[1]).toMatchObject({ visitId: planned.id });
  });

  it('carries no answer over from a row that was handed back for all that', async () => {
    await api.hub.visit(schoolIds[310001]!, { status: 'scheduled', scheduledOn: '2024-01-17' });
    const sheet = 'School,Date of visit\nLarch Primary School,Jan 2024\n';
    const first = await send(sheet);
    const [row] = await rowsOf(first.id);
    await decide(first.id, row!.id, { visitedOn: '2024-01-16' }).expect(200);
    expect(inShort(await rowsOf(first.id))).toEqual(['2 near_scheduled']);
    expect(await run(first.id)).toMatchObject({ created: 0, rejected: 1 });
    const [again] = await rowsOf((await send(sheet)).id);
    expect(again).toMatchObject({ handedBackFor: 'question', decidedBefore: false });
  });

  it('has each of several visitors named once, and loses none of them', async () => {
    const [clare, nia] = (await api.dataSource.query(
      `INSERT INTO users (name, email, role, password_hash) VALUES
        ('Clare Lowe', 'clare@example.org', 'regional', 'x'),
        ('Nia Rees', 'nia@example.org', 'regional', 'x') RETURNING id`,
    )) as [{ id: string }, { id: string }];
    const sheet =
      'School,Date of visit,Visited by,Notes\n' +
      'Larch Primary School,12/1/2024,CL & NR,choir\n' +
      'Alder Primary School,13/1/2024,NR/XY,\n' +
      'Birch Junior School,14/1/2024,"N.R., C.L.",band\n';
    const { id } = await send(sheet);
    expect((await reading(id)).visitors).toEqual([
      expect.objectContaining({ name: 'NR', rows: 3, known: null, suggestedUserId: nia.id }),
      expect.objectContaining({ name: 'CL', rows: 2, known: null, suggestedUserId: clare.id }),
      expect.objectContaining({ name: 'XY', rows: 1, known: null, suggestedUserId: null }),
    ]);
    // A suggestion is nothing until somebody confirms it.
    expect(await rowsOf(id)).toMatchObject([{ visitor: 'CL & NR', summary: 'choir' }, {}, {}]);
    for (const [name, userId] of [
      ['CL', clare.id],
      ['NR', nia.id],
    ]) {
      await head.post(`/api/imports/${id}/visitors`).send({ name, userId }).expect(200);
    }
    expect((await reading(id)).visitors).toMatchObject([
      { name: 'NR', userName: 'Nia Rees', known: 'remembered', suggestedUserId: null },
      { name: 'CL', userName: 'Clare Lowe', known: 'remembered' },
      { name: 'XY', known: null },
    ]);
    expect((await rowsOf(id)).map(({ visitor }) => visitor)).toEqual([
      ...['Clare Lowe and Nia Rees', 'Nia Rees and XY', 'Nia Rees and Clare Lowe'],
    ]);
    expect(await run(id)).toMatchObject({ created: 3 });
    expect(await visits()).toMatchObject([
      { visitor: 'Clare Lowe', summary: 'choir\n\nVisitors as written: CL & NR.' },
      { visitor: 'Nia Rees', summary: 'Visitors as written: NR/XY.' },
      { visitor: 'Nia Rees', summary: 'band\n\nVisitors as written: N.R., C.L.' },
    ]);
    expect(await send(sheet)).toMatchObject({ created: 0, unchanged: 3, rejected: 0 });
    await api.dataSource.query('DELETE FROM visits');
    await api.dataSource.query('DELETE FROM users WHERE id = ANY ($1)', [[clare.id, nia.id]]);
  });

  it('hands its rejected rows back so that they can be corrected and sent again', async () => {
    const notes = '"- sang in assembly\n- wants a choir"';
    const { id } = await send(
      `School,Autumn visit,Spring visit,Notes\nNowhere School,12/10/2023,18/1/2024,${notes}\n` +
        'Elsewhere School,,19/1/2024,=1+1\n',
    );
    expect((await get(id)).rejections.map(({ school }) => school)).toEqual([
      ...['Nowhere School', 'Nowhere School', 'Elsewhere School'],
    ]);
    const { text } = await head.get(`/api/imports/${id}/rejected.csv`).expect(200);
    expect(text.split('\r\n')).toHaveLength(4);
    expect(text).toContain(`"'- sang in assembly\n- wants a choir"`);
    const corrected = text
      .replace(/,Nowhere School,/, ',Larch Primary School,')
      .replace(/,Elsewhere School,/, ',Alder Primary School,');
    expect(await send(corrected, { dryRun: 'false' })).toMatchObject({ created: 3, rejected: 0 });
    expect(await visits()).toMatchObject([
      { summary: '- sang in assembly\n- wants a choir' },
      { summary: '- sang in assembly\n- wants a choir' },
      { summary: '=1+1' },
    ]);
  });
});

describe('what is asked wrongly', () => {
  it('is refused with a sentence', async () => {
    const { id } = await send('School,Date\nLarch Primary School,12/1/2024\n');
    const wrong = async (body: object) =>
      (await head.post(`/api/imports/${id}/check`).send(body).expect(422)).body.errors;
    expect(await wrong({ sheets: [{ index: 0, mapping: { colour: 1 } }] })).toMatchObject([
      { field: 'sheets.0.mapping.colour', message: expect.stringMatching(/no field "colour"/) },
    ]);
    expect(await wrong({ sheets: [{ index: 0, mapping: { urn: [1, 2] } }] })).toMatchObject([
      { message: 'This field has one column.' },
    ]);
    const [row] = await rowsOf(id);
    await decide(id, row!.id, { visitedOn: '2199-01-01' }).expect(422);
    await decide(id, row!.id, { visitedOn: '2024-02-31' }).expect((answer) =>
      expect([400, 422]).toContain(answer.status),
    );
    await decide(id, row!.id, { schoolId: id }).expect(422);
    await decide(id, '9-9-9', { skip: true }).expect(404);
    await head
      .get(`/api/imports/${id}/rows`)
      .query(listQuery({ filter: { x: 1 } }))
      .expect(400);
  });
});
