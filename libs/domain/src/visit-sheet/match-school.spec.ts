import { matchSchool, type SchoolMatch } from './match-school';
import { unmatchedSentence } from './match-sentence';
import { buildSchoolIndex, type IndexedSchool } from './school-index';
import { schoolNameKey } from './school-name';
import { rememberedKey } from './school-phase';
import type { SchoolQuery } from './school-query';

let nextUrn = 117000;
/** A school whose id is `id`, or its name in lower case with dashes. */
function school(name: string, more: Partial<IndexedSchool> = {}): IndexedSchool {
  const id = name.toLowerCase().replace(/[^a-z]+/g, '-');
  const where = { town: 'St Albans', postcode: null };
  return { id, urn: nextUrn++, name, ...where, status: 'open', ...more };
}

const reed = school('Reed First School', { urn: 117350, town: 'Royston', postcode: 'SG8 8AN' });
const northgate = school('Northgate Primary School', {
  ...{ town: 'Watford', places: ['Garston', null] },
});
const index = buildSchoolIndex([
  reed,
  school('Applecroft School', { town: 'Welwyn Garden City' }),
  school('Garden Fields Junior Mixed and Infant School'),
  school('Crabtree Infant School', { town: 'Harpenden' }),
  school('Crabtree Junior School', { town: 'Harpenden' }),
  school("St Mary's Church of England Primary School", { id: 'mary-ware', town: 'Ware' }),
  school("St. Mary's CofE School", { id: 'mary-tring', town: 'Tring', postcode: 'HP23 4AA' }),
  school('Woodside Primary School', {
    ...{ id: 'woodside-old', status: 'closed', closedOn: '2017-08-31' },
  }),
  school('Woodside Primary Academy', { id: 'woodside-new', openedOn: '2017-09-01' }),
  school('Larwood School', { id: 'larwood-old', status: 'closed' }),
  school('Larwood Academy', { id: 'larwood-new' }),
  northgate,
  school('Hailey Hall School', { town: 'Hertford' }),
  school('Kings Langley School', { town: 'Kings Langley' }),
  school('Kings Langley Primary School', { town: 'Kings Langley' }),
]);

const match = (query: SchoolQuery) => matchSchool(query, index);
const named = (schoolName: string, more: SchoolQuery = {}) => match({ schoolName, ...more });

function idsOf(result: SchoolMatch): string[] {
  if ('schoolId' in result) return [result.schoolId];
  return ('ambiguous' in result ? result.ambiguous : result.unknown).map((each) => each.schoolId);
}

describe('by URN', () => {
  it('finds the school, whatever small differences its name has', () => {
    expect(match({ urn: 117350 })).toMatchObject({ schoolId: reed.id });
    expect(match({ urn: 117350, schoolName: 'Reed' })).toMatchObject({ schoolId: reed.id });
    expect(match({ urn: 117350, schoolName: 'Reed 1st Sch.' })).toMatchObject({
      schoolId: reed.id,
    });
  });

  it('is ambiguous beside a name that means another school', () => {
    const result = match({ urn: 117350, schoolName: 'Crabtree Junior School' });
    expect(result).toHaveProperty('ambiguous');
    expect(idsOf(result)).toEqual([reed.id, 'crabtree-junior-school', 'crabtree-infant-school']);
  });

  it.each([
    ['Hornbeam Academy', false],
    ['Northwood Primary', true],
  ])('beside a name of no school asks how like the URN’s it is: %s', (schoolName, alike) => {
    const { urn } = northgate;
    expect('schoolId' in match({ urn, schoolName })).toBe(alike);
  });

  it('is unknown when not on record, with the schools of that name to choose from', () => {
    const result = match({ urn: 999999, schoolName: 'Applecroft Primary' });
    expect(result).toMatchObject({ unknown: [{ schoolId: 'applecroft-school', similarity: 1 }] });
    expect(match({ urn: 999999 })).toEqual({ unknown: [] });
  });
});

describe('by name', () => {
  it.each([
    ['Applecroft Primary School', {}, 'applecroft-school'],
    ['Garden Fields JMI', {}, 'garden-fields-junior-mixed-and-infant-school'],
    [
      'GARDEN FIELDS PRIMARY',
      { town: 'St. Albans' },
      'garden-fields-junior-mixed-and-infant-school',
    ],
    ['Applecroft', { town: 'Welwyn' }, 'applecroft-school'],
    ['Northgate', { town: 'Garston' }, 'northgate-primary-school'],
    ['Saint Marys C of E Primary', { town: 'Tring' }, 'mary-tring'],
    ['Saint Marys C of E Primary', { postcode: 'hp234aa' }, 'mary-tring'],
  ])('%s %j is found', (name, more, id) =>
    expect(named(name, more)).toMatchObject({ schoolId: id }),
  );

  it('is ambiguous when two schools go by it', () => {
    const result = named('St Marys CE School');
    expect(result).toHaveProperty('ambiguous');
    expect(idsOf(result).sort()).toEqual(['mary-tring', 'mary-ware']);
  });

  it('is that of the school called just so, if the row says what sort of school it is or where', () => {
    expect(named("St Mary's Church of England Primary School")).toMatchObject({
      schoolId: 'mary-ware',
    });
    expect(named("St Mary's CofE School")).toHaveProperty('ambiguous');
    expect(named('Kings Langley School')).toHaveProperty('ambiguous');
    expect(named('Kings Langley School', { town: 'Kings Langley' })).toMatchObject({
      schoolId: 'kings-langley-school',
    });
    expect(named('Kings Langley', { town: 'Kings Langley' })).toHaveProperty('ambiguous');
  });

  it('is unknown in another town, with the school of that name first', () => {
    const result = named('Applecroft School', { town: 'Hitchin' });
    expect(result).toHaveProperty('unknown');
    expect(idsOf(result)[0]).toBe('applecroft-school');
  });

  it('is never guessed when it is not the whole name', () => {
    const result = named('Crabtree', { town: 'Harpenden' });
    expect(result).toHaveProperty('unknown');
    expect(idsOf(result).sort()).toEqual(['crabtree-infant-school', 'crabtree-junior-school']);
  });

  it('is unknown with no candidates when nothing is like it', () => {
    expect(named('Xyzzy')).toEqual({ unknown: [] });
    expect(match({})).toEqual({ unknown: [] });
  });

  it('is looked for in the place that it ends with, before schools that are called by the place', () => {
    const town = "Bishop's Stortford";
    const around = buildSchoolIndex([
      school("The Bishop's Stortford High School", { town }),
      school("Bishop's Stortford College", { town }),
      school("All Saints Church of England Primary School, Bishop's Stortford", { town }),
      school("St Michael's Church of England Primary School", { id: 'michael', town }),
      school("St Michael's Church of England School", { id: 'michael-tring', town: 'Tring' }),
    ]);
    const result = matchSchool({ schoolName: 'St Michaels CE Bishops Stortford' }, around);
    expect(result).toHaveProperty('unknown');
    expect(idsOf(result)).toHaveLength(3);
    expect(idsOf(result)[0]).toBe('michael');
  });

  it('gives at most three candidates', () => {
    expect(idsOf(named("St Mary's Woodside Crabtree")).length).toBeLessThanOrEqual(3);
  });
});

describe('a slip of the pen', () => {
  it('is forgiven where the town agrees', () => {
    expect(named('Aplecroft School', { town: 'Welwyn Garden City' })).toMatchObject({
      schoolId: 'applecroft-school',
    });
    expect(named('Garden Feilds JMI', { town: 'St Albans' })).toMatchObject({
      schoolId: 'garden-fields-junior-mixed-and-infant-school',
    });
  });

  it('is only a candidate without the town, or in another', () => {
    expect(named('Aplecroft School')).toMatchObject({
      unknown: [{ schoolId: 'applecroft-school', similarity: 0.9 }],
    });
    expect(named('Aplecroft School', { town: 'Hitchin' })).toHaveProperty('unknown');
  });

  it('is no word that other schools are called by', () => {
    const crowded = buildSchoolIndex([
      school('Hailey Hall School', { town: 'Hertford' }),
      school('Bailey Lane School', { town: 'Ware' }),
    ]);
    const query = { schoolName: 'Bailey Hall School', town: 'Hertford' };
    expect(matchSchool(query, crowded)).toHaveProperty('unknown');
    expect(matchSchool({ ...query, schoolName: 'Haily Hall' }, crowded)).toHaveProperty('schoolId');
  });
});

describe('a school and the one that followed it', () => {
  const woodside = (visitedOn: string) => named('Woodside Primary', { visitedOn });

  it('are told apart by the day', () => {
    expect(woodside('2017-07-01')).toMatchObject({ schoolId: 'woodside-old' });
    expect(woodside('2019-07-01')).toMatchObject({ schoolId: 'woodside-new' });
  });

  it('are ambiguous without days, unless the one is known to have followed the other', () => {
    const query = { schoolName: 'Larwood', visitedOn: '2019-07-01' };
    expect(match(query)).toHaveProperty('ambiguous');
    const sameLineage = (a: string, b: string) =>
      a.startsWith('larwood') && b.startsWith('larwood');
    expect(matchSchool(query, index, { sameLineage })).toMatchObject({ schoolId: 'larwood-new' });
  });
});

describe('unmatchedSentence', () => {
  const sentence = (query: SchoolQuery) => unmatchedSentence(match(query), query);

  it('names what was sought and the closest schools', () => {
    expect(sentence({ urn: 117350 })).toBeNull();
    expect(sentence({ urn: 999999 })).toBe('No school on record has URN 999999.');
    expect(sentence({ schoolName: 'Read First', town: 'Royston' })).toBe(
      'No school on record is called “Read First”, Royston. ' +
        'Closest: Reed First School (Royston, URN 117350).',
    );
    expect(sentence({ schoolName: "St Mary's CofE School" })).toMatch(
      /^More than one school could be “St Mary's CofE School”: St.* \(Ware, URN \d+\); St.* \(Tring, URN \d+\)\.$/,
    );
    expect(sentence({ urn: 117350, schoolName: 'Crabtree Junior School' })).toMatch(
      /^URN 117350 and the name “Crabtree Junior School” mean different schools: Reed First/,
    );
  });
});

describe('a name with its place', () => {
  it.each(["St Mary's C of E School, Ware", "St Mary's CE Primary (Ware)", 'St Marys CE - Ware'])(
    '%j is the school of that name there',
    (schoolName) => expect(named(schoolName)).toMatchObject({ schoolId: 'mary-ware' }),
  );

  it.each(["St Mary's C of E School, Hertford", "St Mary's CE (north)"])(
    '%j is none there',
    (schoolName) => expect(named(schoolName)).not.toHaveProperty('schoolId'),
  );
});

describe('a name that is remembered', () => {
  const knownAs = (remembered: string, written: string) =>
    matchSchool({ schoolName: written }, index, {
      knownNames: new Map([[rememberedKey(remembered), 'mary-ware']]),
    });

  it.each(["St Mary's JMI", 'Saint Marys Primary', 'St Marys J.M.I.'])(
    'is "%s" as well, where it says the sort of school',
    (written) => {
      expect(knownAs('St Marys JMI', written)).toEqual({
        ...{ schoolId: 'mary-ware', foundBy: 'remembered' },
      });
    },
  );

  it.each(['St Marys', 'St Marys High', "St Mary's Infants"])(
    'with its sort of school tells nothing of "%s"',
    (written) => {
      expect(knownAs('St Marys JMI', written)).toHaveProperty('unknown');
    },
  );

  it('without a sort holds for that of the school, and for no other', () => {
    expect(knownAs('St Marys', 'St Marys JMI')).toMatchObject({ foundBy: 'remembered' });
    expect(knownAs('St Marys', 'St Marys Secondary')).toHaveProperty('unknown');
  });
});

describe('a name that is remembered for a school that closed', () => {
  const closed = school('Beech Junior School', {
    ...{ id: 'beech-old', status: 'closed', closedOn: '2020-08-31' },
  });
  const academy = school('Beech Academy', { id: 'beech-new', openedOn: '2020-09-01' });
  const both = buildSchoolIndex([closed, academy]);
  const options = {
    knownNames: new Map([[schoolNameKey('The Beeches'), 'beech-old']]),
    followers: (id: string) => (id === 'beech-old' ? ['beech-new'] : []),
  };
  const on = (visitedOn: string) =>
    matchSchool({ schoolName: 'The Beeches', visitedOn }, both, options);

  it('means the one that followed it, from the day it did', () => {
    expect(on('2020-08-31')).toEqual({ schoolId: 'beech-old', foundBy: 'remembered' });
    expect(on('2024-01-12')).toEqual({ schoolId: 'beech-new', foundBy: 'remembered' });
  });

  it('stays its own where nobody, or more than one, followed', () => {
    for (const followers of [() => [], () => ['beech-new', 'beech-new']]) {
      const found = matchSchool({ schoolName: 'The Beeches', visitedOn: '2024-01-12' }, both, {
        ...options,
        followers,
      });
      expect(found).toMatchObject({ schoolId: 'beech-old' });
    }
  });
});
