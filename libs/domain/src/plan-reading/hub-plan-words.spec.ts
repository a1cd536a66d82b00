import { LIMITS } from '../limits';
import { blocksOfText } from './blocks-of-text';
import {
  checkPlanWords,
  type HubPlanWords,
  namesInNoList,
  NO_PLAN_WORDS,
  planListsWith,
  tidyPlanWords,
} from './hub-plan-words';
import { PLAN_LISTS } from './plan-lists';
import { PlanWords } from './plan-words';
import { readPlan } from './read-plan';
import { isOurHub } from './plan-warnings';

const adding = (words: Partial<HubPlanWords>): HubPlanWords => ({ ...NO_PLAN_WORDS, ...words });
const HERTS = {
  name: 'Hertfordshire Music Service',
  others: ['HMS', 'Herts Music Hub', 'Hertfordshire'],
};
const read = (text: string, words: Partial<HubPlanWords> = {}, hub = HERTS) =>
  readPlan(
    { title: null, blocks: blocksOfText(text) },
    '2026-11-20',
    { hub },
    new PlanWords(planListsWith(adding(words))),
  ).fields;

it('leaves the lists as they are where nothing is added', () =>
  expect(planListsWith(NO_PLAN_WORDS)).toEqual(PLAN_LISTS));

it.each<[string, Partial<HubPlanWords>, string, string | null]>([
  ['a name that is there', {}, 'Rock Steady', 'Rocksteady Music School'],
  ['a name that is in no list', {}, 'RSMS', null],
  [
    'another name of what is there',
    { organisations: [{ name: 'Rocksteady Music School', others: ['RSMS'] }] },
    'rsms',
    'Rocksteady Music School',
  ],
  [
    'another name of what is there under its other name',
    { organisations: [{ name: 'Rock Steady', others: ['RSMS'] }] },
    'RSMS',
    'Rocksteady Music School',
  ],
  [
    'the names it had, beside those added',
    { organisations: [{ name: 'Rocksteady', others: ['RSMS'] }] },
    'Rock Steady Music School',
    'Rocksteady Music School',
  ],
  [
    'a thing of the hub’s own',
    { organisations: [{ name: 'Fenland Strings', others: ['FS Trust'] }] },
    'FS Trust',
    'Fenland Strings',
  ],
  [
    'the hub’s own where two claim a name',
    { organisations: [{ name: 'Northern Youth Orchestra', others: ['NYO'] }] },
    'NYO',
    'Northern Youth Orchestra',
  ],
])('finds %s', (_, words, text, name) =>
  expect(new PlanWords(planListsWith(adding(words))).organisations.named(text)).toBe(name),
);

it('reads schemes, instruments and labels that were added', () => {
  const text =
    'Music champion: Robin Vale\nWe follow the Moorland Primary Music scheme of work in every class.\nIn Year 4 every child learns the tin flute as a whole class instrument.';
  expect(read(text).schemes.value).toEqual(['Moorland Primary Music']);
  const fields = read(text, {
    schemes: [{ name: 'Moorland Music', others: ['Moorland Primary Music'] }],
    instruments: [{ name: 'fife', others: ['tin flute'] }],
    labels: { ...NO_PLAN_WORDS.labels, musicLead: ['Music champion'] },
  });
  expect(fields.schemes.value).toEqual(['Moorland Music']);
  expect(fields.musicLead.value).toEqual(['Robin Vale']);
  expect(fields.wholeClassInstrument.value).toMatchObject([{ instrument: 'fife' }]);
});

it.each(['Hertfordshire Music Service', 'HMS', 'Herts Music Hub', 'Hertfordshire'])(
  'the hub as %s is no other organisation',
  (name) => {
    const text = `Academic year: 2026-27\nName of other music education organisations: ${name}, Rock Steady`;
    expect(read(text).otherOrganisations.value).toEqual(['Rocksteady Music School']);
    expect(isOurHub(name, HERTS)).toBe(true);
  },
);

it('of a hub that is in no list likewise, by the names it gave itself', () => {
  const text = 'Academic year: 2026-27\nName of other organisations: NorthMusic, Young Voices';
  const north = { name: 'Northmere Sounds', others: ['NorthMusic'] };
  expect(read(text, {}, north).otherOrganisations.value).toEqual(['Young Voices']);
  expect(read(text).otherOrganisations.value).toEqual(['NorthMusic', 'Young Voices']);
});

const long = 'm'.repeat(LIMITS.planWords.name + 1);
const many = <Item>(count: number, make: (at: number) => Item) =>
  Array.from({ length: count }, (_, at) => make(at));

it.each<[Partial<HubPlanWords>, string[]]>([
  [{ hubNames: ['HMS', 'Herts Music Hub'] }, []],
  [{ schemes: [{ name: '', others: [] }] }, ['Schemes: an entry has no name.']],
  [{ schemes: [{ name: 'A', others: [] }] }, ['Schemes: “A” is too short to be found in a text.']],
  [{ hubNames: [long] }, ['Names of the hub: “mmmmmmmmmmmmmmmmmmmm…” has at most 100 characters.']],
  [
    {
      organisations: [
        { name: 'Sing Out', others: [] },
        { name: 'Vale Voices', others: ['sing-out'] },
      ],
    },
    ['Organisations: “sing-out” is there twice.'],
  ],
  [
    { instruments: [{ name: 'fife', others: many(21, (at) => `fife ${at + 10}`) }] },
    ['Instruments: “fife” has more than 20 other names.'],
  ],
  [
    { schemes: many(301, (at) => ({ name: `Scheme ${at + 10}`, others: [] })) },
    ['Schemes: at most 300 can be added.'],
  ],
  [
    { labels: { ...NO_PLAN_WORDS.labels, musicLead: many(51, (at) => `lead ${at + 10}`) } },
    ['Labels: at most 50 for one field.'],
  ],
])('%#: says what is wrong, and in which list', (words, faults) =>
  expect(checkPlanWords(adding(words))).toEqual(faults),
);

it('tidies what was typed', () =>
  expect(
    tidyPlanWords(
      adding({
        hubNames: [' HMS ', '', 'HMS'],
        schemes: [{ name: ' A  B ', others: ['A B', 'AB'] }],
      }),
    ),
  ).toEqual(adding({ hubNames: ['HMS'], schemes: [{ name: 'A B', others: ['AB'] }] })));

it('offers the names of plans that are in no list, those of most schools first', () => {
  const named = [
    { field: 'schemes', name: 'Charanga', schools: 40 },
    { field: 'schemes', name: 'Birch Scheme', schools: 2 },
    { field: 'schemes', name: 'Ash Scheme', schools: 3 },
    { field: 'otherOrganisations', name: 'Rock Steady', schools: 9 },
    { field: 'otherOrganisations', name: 'Fenland Strings', schools: 1 },
    { field: 'otherOrganisations', name: 'Marsham Opera', schools: 1 },
    { field: 'lessonInstruments', name: 'nyckelharpa', schools: 1 },
    { field: 'classroomInstruments', name: 'Nyckelharpa', schools: 2 },
    { field: 'ensembles', name: 'choir', schools: 30 },
  ];
  const words = adding({
    organisations: [{ name: 'Fenland Strings Trust', others: ['Fenland Strings'] }],
  });
  expect(namesInNoList(named, words)).toEqual({
    schemes: [
      { name: 'Ash Scheme', schools: 3 },
      { name: 'Birch Scheme', schools: 2 },
    ],
    instruments: [{ name: 'Nyckelharpa', schools: 2 }],
    organisations: [{ name: 'Marsham Opera', schools: 1 }],
  });
});
