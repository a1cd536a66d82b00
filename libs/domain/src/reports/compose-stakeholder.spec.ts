import { composeStakeholder } from './compose-stakeholder';
import { EMPTY_NARRATIVE } from './narrative';
import type { ReportBlock } from './report-document';
import type { StakeholderFigures } from './stakeholder-figures';

const group = { key: 'a', label: 'A', covered: 0, notVisitedInThreeYears: 0, surveys: 0 };

/** A hub that has begun, with nothing in it; every figure can be overridden. */
const figures = (over: Partial<StakeholderFigures> = {}): StakeholderFigures => ({
  ...{ hubName: 'Westshire Music Hub', regionName: null, academicYear: '2024-25' },
  ...{ asOf: '2024-11-20', madeOn: '2024-11-20', narrative: EMPTY_NARRATIVE },
  ...{ target: 0, visits: 0, schoolsVisited: 0, expectedByToday: 0, forecast: null },
  ...{ targetReachedOn: null, weeklyRateNeeded: null, surveys: { target: 0, submitted: 0 } },
  cycle: {
    ...{ startsIn: '2024-25', closesOn: '2027-08-31', schoolsInScope: 0, schoolsCovered: 0 },
    ...{ schoolsBooked: 0, schoolsNeither: 0, slackInWords: 'no school will be missed' },
  },
  ...{ notVisitedInThreeYears: 0, regions: [], districts: [], phases: [], types: [], bands: [] },
  ...{ series: [], backlog: [], notes: [] },
  outcomes: {
    ...{ held: 0, cancelledBySchool: 0, cancelledByHub: 0, notHeld: 0, unlogged: 0, reasons: [] },
  },
  needs: { schools: 0, needs: [], barriers: [], wanted: [] },
  ...over,
});

const textOf = (blocks: ReportBlock[]) => JSON.stringify(blocks);
const headings = (blocks: ReportBlock[]) =>
  blocks.flatMap((block) => (block.kind === 'heading' && block.level === 1 ? [block.text] : []));

it('has something to say of a hub with nothing in it', () => {
  const { title, subtitle, blocks } = composeStakeholder(figures());
  expect(title).toBe('School visits in 2024-25');
  expect(subtitle).toBe(
    'Westshire Music Hub, academic year 2024-25, all regions, as of Wed 20 Nov 2024',
  );
  expect(textOf(blocks)).not.toMatch(/NaN|Infinity|undefined|null/);
  expect(textOf(blocks)).toContain('Fewer than five schools have told us');
});

it('says of a list that it is not all of it', () => {
  const many = Array.from({ length: 11 }, (_, n) => ({ label: `Need ${n}`, schools: 20 - n }));
  const needs = { schools: 30, needs: many, barriers: many.slice(0, 8), wanted: [] };
  const titles = composeStakeholder(figures({ needs })).blocks.flatMap((block) =>
    block.kind === 'bars' ? [block.title] : [],
  );
  expect(titles).toEqual(
    expect.arrayContaining([
      'What visitors found to be needed (the first 8 of 11)',
      'What is in the way, as schools say',
    ]),
  );
});

it('puts what the head wrote where it belongs, and leaves out what was not written', () => {
  const narrative = {
    ...EMPTY_NARRATIVE,
    title: ' Our year ',
    introduction: 'First.\n\nSecond.',
    nextSteps: '- West\n- North',
  };
  const { title, blocks } = composeStakeholder(figures({ narrative }));
  expect(title).toBe('Our year');
  expect(headings(blocks)[0]).toBe('Introduction');
  expect(headings(blocks).slice(-2)).toEqual(['Next steps', 'How the figures are counted']);
  expect(headings(blocks)).not.toContain('Challenges');
  expect(blocks).toContainEqual({ kind: 'list', items: ['West', 'North'] });
});

it('says each figure in words, and draws each chart with words and a table', () => {
  const west = { ...group, label: 'West', schoolsInScope: 40, visits: 9, target: 20 };
  const { blocks } = composeStakeholder(
    figures({
      ...{ target: 180, visits: 41, schoolsVisited: 39, expectedByToday: 48.6 },
      regions: [{ ...west, expectedByToday: 15 }],
      bands: [
        { ...group, key: '40-and-over', label: '40% and over', schoolsInScope: 20, visits: 1 },
        {
          ...group,
          key: 'under-10',
          label: 'Under 10%',
          schoolsInScope: 90,
          visits: 1,
          covered: 70,
        },
      ],
      series: [
        { day: '2024-09-01', expected: 0, visits: 0, withBooked: null },
        { day: '2024-11-20', expected: 48.6, visits: 41, withBooked: 41 },
        { day: '2025-08-31', expected: 180, visits: null, withBooked: 60 },
      ],
      backlog: [
        { day: '2024-09-01', schools: 30 },
        { day: '2024-11-20', schools: 24 },
      ],
      notVisitedInThreeYears: 24,
      needs: { schools: 30, needs: [{ label: 'Singing', schools: 12 }], barriers: [], wanted: [] },
    }),
  );
  const text = textOf(blocks);
  expect(text).toContain('8 visits behind the expected pace');
  expect(text).toContain('West is behind by 6 visits');
  expect(text).toContain('visited less');
  expect(text).toContain('24 schools not visited in three years, 6 fewer than at the start');
  expect(text).toContain('Singing, 12 schools');
  const tables = blocks.filter(({ kind }) => kind === 'table');
  expect(tables).toContainEqual(
    expect.objectContaining({ rows: [['West', '9', '20', '15', '0', '0', '40']] }),
  );
  expect(tables).toContainEqual(
    expect.objectContaining({
      rows: [
        ['Sun 1 Sep 2024', '0', '0', '–'],
        ['Wed 20 Nov 2024', '49', '41', '41'],
        ['Sun 31 Aug 2025', '180', '–', '60'],
      ],
    }),
  );
  for (const block of blocks) {
    if (block.kind === 'lines' || block.kind === 'bars') expect(block.inWords).toMatch(/chart/);
  }
});

it('says who has a plan and the hour by key stage, and holds back what fewer than five schools say', () => {
  const states = [
    { label: 'Current', schools: 40 },
    { label: 'To renew', schools: 9 },
    { label: 'Out of date', schools: 3 },
    { label: 'Not expected', schools: 0 },
  ];
  const hour = [
    { label: 'Key stage 1', met: 12, notMet: 8, notStated: 2 },
    { label: 'Key stage 2', met: 20, notMet: 0, notStated: 6 },
  ];
  const tables = (plans: StakeholderFigures['plans']) =>
    composeStakeholder(figures({ ...(plans && { plans }) })).blocks.flatMap((block) =>
      block.kind === 'table' && /plan|hour/.test(block.caption) ? [block.rows] : [],
    );
  expect(tables({ states, confirmed: 30, hour })).toEqual([
    [
      ['Current', '40'],
      // Taken from all schools with the others, it would say how many are out of date.
      ['To renew', 'not shown'],
      ['Out of date', 'fewer than 5'],
      ['Not expected', '0'],
    ],
    [
      ['Key stage 1', '12', 'not shown', 'fewer than 5'],
      ['Key stage 2', '20', '0', '6'],
    ],
  ]);
  expect(tables({ states, confirmed: 4, hour })).toHaveLength(1);
  expect(tables(undefined)).toEqual([]);
});
