import { isOtherSchool } from './plan-warnings';
import { readText } from './testing/read-text';

const keys = (text: string, context = {}) => readText(text, context).warnings.map(({ key }) => key);
const plan = (years: string, published: string, review = '') =>
  `Academic year that this summary covers | ${years}\nDate this summary was published | ${published}\nDate this summary will be reviewed | ${review}`;

it.each([
  [plan('2023-24', 'September 2024'), ['covers_year_over_when_published']],
  [plan('2024-25', '26 August 2024'), []],
  [plan('2024-25', 'November 2024'), []],
  [plan('2024-25', 'September 2024', 'July 2024'), ['review_before_published']],
  [plan('2024-25', 'September 2024', 'September 2024'), []],
  [`Music Development Plan 2025-26\n${plan('2024-25', 'July 2024')}`, ['two_years']],
  [plan('2024-25', 'soon'), ['date_not_read']],
  ['Music development plan\n\nWe sing.', ['no_year']],
])('of %j', (text, expected) => expect(keys(text)).toEqual(expected));

it('of parts with nothing under them, whose own sentences say nothing', () => {
  const text = `${plan('2024-25', 'July 2024')}\nPart A: Curriculum music\nThis is about what we teach in lesson time, how much time is spent teaching music and any music qualifications or awards that pupils can achieve.\nPart B: Co-curricular music\nWe have a choir.`;
  const { sections, warnings } = readText(text);
  expect([sections.partA, sections.partB, sections.partC]).toEqual(['blank', 'filled', 'absent']);
  expect(warnings.map(({ key }) => key)).toEqual(['sections_blank']);
});

it('of a template with its advice and nothing of the school’s own', () => {
  const reading = readText(
    'Music development plan summary: [insert school name]\nThis template is designed to support schools to produce the summary. It should set out how the school will deliver music, with the key features:\n- timetabled curriculum music of at least one hour each week for key stages 1 to 3\n- access to lessons across a range of instruments, and voice\n- a school choir or vocal ensemble\n- a school ensemble, band or group\n- a termly school performance\nBefore publishing your completed summary, delete the advice in this template along with this text box.\nOverview\nAcademic year that this summary covers |\nPart A: Curriculum music',
  );
  expect(reading.warnings.map(({ key }) => key)).toContain('template_advice_left_in');
  expect(Object.values(reading.fields).every(({ value }) => value === null)).toBe(true);
  expect(reading.saysAnything).toBe(false);
});

it('of the template’s overview and headings with nothing filled in', () => {
  const empty =
    'Music development plan summary: [School name]\nOverview\nDetail | Information\nAcademic year that this summary covers |\nDate this summary was published |\nName of the school music lead |\nName of local music hub |\nPart A: Curriculum music\nPart B: Co-curricular music';
  expect(readText(empty).saysAnything).toBe(false);
  expect(readText(`${empty}\nWe sing.`).saysAnything).toBe(true);
});

it.each([
  ['Scholes (Holmfirth) J and I School', 'Scholes (Holmfirth) Junior and Infant School', false],
  ['Hazel Lane Primary', 'Hazel Lane Primary School', false],
  ["St Mary's CE School", "St Mary's Church of England Voluntary Aided Primary School", false],
  ['HLPS', 'Hazel Lane Primary School', false],
  ['Ash Grove Primary School', 'Hazel Lane Primary School', true],
  ['Hazel Lane', 'Ash Grove Primary School', true],
])('%s and %s are others: %s', (named, register, other) =>
  expect(isOtherSchool(named, { schoolNames: [register] })).toBe(other),
);

it.each([
  ['Northmere Music Hub', []],
  ['NMH', []],
  ['Northmere', ['hub_not_named_in_full']],
  ['Eastmere Music Service', ['other_hub']],
])('of the hub %s', (name, expected) => {
  const hub = { name: 'Northmere Music Hub', others: ['NMH', 'Northmere'] };
  expect(
    keys(`${plan('2024-25', 'July 2024')}\nName of local music hub | ${name}`, { hub }),
  ).toEqual(expected);
});

it.each([
  ['https://www.hazel.example/plan', []],
  ['https://docs.hazel.example/plan', []],
  ['https://issuu.example/hazel', ['not_on_own_site']],
  ['http://nothazel.example', ['not_on_own_site']],
])('of the address %s', (address, expected) =>
  expect(keys(plan('2024-25', 'July 2024'), { address, website: 'www.hazel.example' })).toEqual(
    expected,
  ),
);

it('make their fields unsure, so that each is confirmed by itself', () => {
  const { fields } = readText(plan('2023-24', 'September 2024'));
  expect([fields.academicYears.mark, fields.publishedOn.mark]).toEqual(['unsure', 'unsure']);
  expect(fields.publishedOn.warnings).toEqual(['covers_year_over_when_published']);
});
