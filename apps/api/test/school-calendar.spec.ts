import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Agent, startTestApi, type TestApi } from './support/test-api';

const FOLDER = resolve(__dirname, '../../../../shared/data/calendar');

let api: TestApi;
let head: Agent;
beforeAll(async () => {
  api = await startTestApi('2024-11-20');
  head = await api.as(await api.hub.user('head'));
});
afterAll(() => api.stop());

const halfTerm = { name: 'Autumn half term', from: '2024-10-28', to: '2024-11-01' };
const dates = { firstDay: '2024-09-02', lastDay: '2025-07-22', holidays: [halfTerm] };

describe('term dates by hand', () => {
  it('are set, changed by version and read', async () => {
    const url = '/api/school-years/2024-25';
    await head.get(url).expect(404);
    const { body: set } = await head.put(url).send(dates).expect(200);
    expect(set).toMatchObject({ ...dates, year: '2024-25', version: 1 });
    await head.put(url).send(dates).expect(422);
    const christmas = { name: 'Christmas holiday', from: '2024-12-23', to: '2025-01-03' };
    const whole = { ...set, holidays: [christmas, halfTerm] };
    const { body: changed } = await head.put(url).send(whole).expect(200);
    expect(changed).toMatchObject({ version: 2, holidays: [halfTerm, christmas] });
    const late = await head
      .put(url)
      .send({ ...dates, version: 1 })
      .expect(409);
    expect(late.body.current).toMatchObject({ version: 2, year: '2024-25' });
    expect((await head.get('/api/school-years')).body).toEqual([changed]);
  });

  it.each([
    ['2024', dates, 400, 'An academic year is written 2024-25.'],
    ['2025-26', dates, 422, 'is not inside Mon 1 Sep 2025 to Mon 31 Aug 2026.'],
    ['2023-24', { ...dates, colour: 1, version: 1 }, 422, 'is not inside'],
    ['2024-25', { ...dates, firstDay: 'soon' }, 422, '"soon" is not a day'],
    ['2024-25', { ...dates, holidays: [{ ...halfTerm, to: 1 }] }, 422, 'is not a day'],
    ['2024-25', { ...dates, holidays: [halfTerm, halfTerm] }, 422, 'overlap'],
  ])('of %s as %j are refused', async (year, body, status, sentence) => {
    const answer = await head.put(`/api/school-years/${year}`).send(body).expect(status);
    expect(answer.body.detail).toContain(sentence);
  });
});

describe('bank holidays by hand', () => {
  const days = [{ day: '2024-12-25', name: 'Christmas Day' }];
  it('are set, changed by version and read', async () => {
    const url = '/api/bank-holidays/2024';
    const { body: set } = await head.put(url).send({ days }).expect(200);
    expect(set).toMatchObject({ year: 2024, days, version: 1 });
    const more = [...days, { day: '2024-08-26', name: 'Summer bank holiday' }];
    const { body } = await head.put(url).send({ days: more, version: 1 }).expect(200);
    expect(body.days.map(({ day }: { day: string }) => day)).toEqual(['2024-08-26', '2024-12-25']);
    expect((await head.get('/api/bank-holidays')).body).toEqual([body]);
    await head.get('/api/bank-holidays/24').expect(400);
    const elsewhere = await head.put('/api/bank-holidays/2023').send({ days }).expect(422);
    expect(elsewhere.body.detail).toBe('2023: Christmas Day, Wed 25 Dec 2024, is in another year.');
  });
});

describe('a file', () => {
  const content = JSON.stringify({
    years: {
      '2026-27': {
        term_start: '2026-09-01',
        last_day: '2027-07-22',
        holidays: { 'autumn half term': ['2026-10-26', '2026-10-30'] },
      },
    },
  });
  const send = (body: object) => head.post('/api/school-calendar/import').send(body);

  it.each([
    ['a quotation mark that never closes', `"${'\n'.repeat(490_000)}`],
    ['nothing but quotation marks', '"'.repeat(490_000)],
    ['brackets in brackets', '['.repeat(490_000)],
    ['nothing but commas', ','.repeat(490_000)],
  ])(
    'of %s is refused in time, and others are served meanwhile',
    async (_, hostile) => {
      let answer;
      // While the processor is with others it is put off, in time too, and asked again as it says.
      const patience = performance.now() + 90_000;
      while (!answer || (answer.status === 503 && performance.now() < patience)) {
        const begun = performance.now();
        let slowest = 0;
        const refused = send({ kind: 'term-dates', content: hostile }).then((said) => said);
        let over = false;
        void refused.finally(() => (over = true));
        while (!over) {
          const asked = performance.now();
          await api.anonymous.get('/api/health').expect(200);
          slowest = Math.max(slowest, performance.now() - asked);
        }
        answer = await refused;
        expect(performance.now() - begun).toBeLessThan(8_000);
        expect(slowest).toBeLessThan(1_000);
      }
      expect(answer?.status).toBe(422);
      expect(answer?.body.errors.length).toBeGreaterThan(0);
    },
    120_000,
  );

  it('is looked at first and then taken over, once', async () => {
    const file = { kind: 'term-dates', content };
    const words = 'Tue 1 Sep 2026 to Thu 22 Jul 2027, 1 holiday';
    const year = { year: '2026-27', words };
    const seen = await send({ ...file, dryRun: true }).expect(200);
    expect(seen.body).toEqual({
      kind: 'term-dates',
      dryRun: true,
      years: [{ ...year, change: 'new' }],
    });
    await head.get('/api/school-years/2026-27').expect(404);
    expect((await send(file).expect(200)).body.years).toEqual([{ ...year, change: 'new' }]);
    expect((await send(file).expect(200)).body.years).toEqual([{ ...year, change: 'same' }]);
    expect((await head.get('/api/school-years/2026-27')).body).toMatchObject({ version: 1 });
    const { body } = await head
      .get('/api/school-calendar')
      .query({ from: '2026-10-24', to: '2026-10-26' })
      .expect(200);
    expect(body).toMatchObject({
      terms: [{ name: 'Term 1' }],
      days: [{ day: '2026-10-26', kind: 'holiday', words: 'Autumn half term' }],
    });
  });

  it('with a fault is refused whole', async () => {
    const bad = content.replace('2027-07-22', '22 July').replace('2026-10-26', '2026-11-26');
    const answer = await send({ kind: 'term-dates', content: bad }).expect(422);
    expect(answer.body.errors).toEqual([
      {
        field: 'years.2026-27.last_day',
        message:
          '2026-27: the last day of school is “22 July”, which is no date; write it 2024-09-02.',
      },
      {
        field: 'years.2026-27.holidays.autumn half term',
        message: '2026-27: autumn half term ends before it begins.',
      },
    ]);
    await send({ kind: 'bank-holidays', content }).expect(422);
    await send({ kind: 'moons', content }).expect(422);
  });

  it('of term dates as a table is taken as JSON is', async () => {
    const table = [
      '\ufeffName;Start;End;In-service days',
      'Autumn term;02/09/2027;17/12/2027;"01/10/2027; 04/10/2027"',
      '"Spring\nterm";4 Jan 2028;31 Mar 2028;',
      'Summer term;18/04/2028;21/07/2028;',
      '',
    ].join('\r\n');
    const file = { kind: 'term-dates', content: table };
    const words = 'Thu 2 Sep 2027 to Fri 21 Jul 2028, 2 holidays, 2 in-service days';
    const year = { year: '2027-28', change: 'new', words };
    expect((await send({ ...file, dryRun: true }).expect(200)).body.years).toEqual([year]);
    expect((await send(file).expect(200)).body.years).toEqual([year]);
    expect((await send(file).expect(200)).body.years).toEqual([{ ...year, change: 'same' }]);
    const { body } = await head.get('/api/school-years/2027-28').expect(200);
    expect(body.holidays).toContainEqual({
      ...{ name: 'In-service day', from: '2027-10-04', to: '2027-10-04' },
    });
  });

  it.each([
    ['name,start,end\nAutumn,2/9/2024,x', 'lines.2', /^Line 2: the end is “x”, which is no date/],
    ['name,start,end\n"Autumn,2/9/2024', 'lines.2', /^Line 2: a quotation mark is not closed/],
    ['PK\u0003\u0004\u0014', 'content', /^This is not a CSV file but a workbook/],
    ['  ', 'content', /^The file is empty\.$/],
    ['{"years"', 'content', /^The file is not JSON\.$/],
  ])('of term dates as a table is refused whole: %j', async (text, field, message) => {
    const { body } = await send({ kind: 'term-dates', content: text }).expect(422);
    expect(body.errors[0]).toMatchObject({ field, message: expect.stringMatching(message) });
  });

  // Real files are not ours to keep here; where they are at hand they are read.
  it('of a county and of gov.uk is read', async () => {
    if (!existsSync(FOLDER)) {
      expect(existsSync(FOLDER)).toBe(false);
      return;
    }
    const read = (name: string) => readFileSync(join(FOLDER, name), 'utf8');
    const terms = read('hertfordshire-term-dates.json');
    const days = read('bank-holidays-england-and-wales.json');
    const dryRun = true;
    const one = await send({ kind: 'term-dates', content: terms, dryRun }).expect(200);
    expect(one.body.years.length).toBeGreaterThan(1);
    const two = await send({ kind: 'bank-holidays', content: days, dryRun }).expect(200);
    expect(two.body.years[0]).toMatchObject({
      year: '2024',
      change: 'changed',
      words: '8 bank holidays',
    });
  });
});

it.each([
  [{ from: '2024-12-02', to: '2024-12-01' }, 'The last day comes before the first.'],
  [{ from: '2024-12-02', to: '2027-12-01' }, 'At most two years'],
  [{ from: '2024-12-02' }, 'Give the day.'],
])('a calendar of %j is refused', async (query, sentence) => {
  const answer = await head.get('/api/school-calendar').query(query).expect(422);
  expect(answer.body.detail).toContain(sentence);
});
