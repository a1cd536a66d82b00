import { matchSchool } from './match-school';
import { buildSchoolIndex, type IndexedSchool } from './school-index';
import { phaseAgreement, phasesNamed } from './school-phase';

it.each([
  ['St Marys JMI', ['primary']],
  ['St Marys JM', ['primary']],
  ['St Marys Jun', ['primary']],
  ['St Marys Jnr', ['primary']],
  ['St Marys Inf', ['primary']],
  ['St Marys Infants', ['primary']],
  ['St Marys Prim', ['primary']],
  ['St Marys First', ['primary']],
  ['St Marys Primary and Nursery', ['primary']],
  ['St Marys Nursery', ['nursery']],
  ['St Marys High', ['secondary']],
  ['St Marys Secondary', ['secondary']],
  ['St Marys Special', ['special']],
  ['St Marys PRU', ['pru']],
  ['St Marys 6th Form', ['16_plus']],
  ['St Marys', []],
  ['St Marys School', []],
  ['St Marys Academy', []],
  ['Highfield', []],
])('"%s" says %j', (name, phases) => {
  expect(phasesNamed(name)).toEqual(phases);
});

it.each([
  ['Oak JMI', { name: 'Oak Academy', phase: 'Primary' }, 'agrees'],
  ['Oak JMI', { name: 'Oak Academy', phase: 'Secondary' }, 'contradicts'],
  ['Oak JMI', { name: 'Oak Academy', phase: 'All-through' }, 'agrees'],
  ['Oak JMI', { name: 'Oak School', phase: 'Middle deemed primary' }, 'agrees'],
  ['Oak JMI', { name: 'Oak School', phase: 'Not applicable' }, 'silent'],
  [
    'Oak JMI',
    { name: 'Oak', phase: 'Not applicable', establishmentType: 'Special school' },
    'contradicts',
  ],
  ['Oak PRU', { name: 'Oak', establishmentType: 'Pupil referral unit' }, 'agrees'],
  ['Oak High', { name: 'Oak High School', phase: null }, 'agrees'],
  ['Oak', { name: 'Oak School', phase: 'Secondary' }, 'silent'],
] as const)('"%s" and %j: %s', (written, school, agreement) => {
  expect(phaseAgreement(written, school)).toBe(agreement);
});

const school = (urn: number, name: string, phase: string, more: Partial<IndexedSchool> = {}) => ({
  ...{ id: String(urn), urn, name, phase, town: null, postcode: null, status: 'open' as const },
  ...more,
});
const candidates = (schools: IndexedSchool[], query: object) => {
  const match = matchSchool({ schoolName: 'St Marys JMI', ...query }, buildSchoolIndex(schools));
  if ('schoolId' in match) return match.schoolId;
  return ('ambiguous' in match ? match.ambiguous : match.unknown).map(({ name }) => name);
};

it('offers infant, junior and primary schools before secondary ones of the same name', () => {
  const schools = [
    school(100001, "St Mary's High School", 'Secondary'),
    school(100002, "St Mary's School", 'Secondary'),
    school(100003, "St Mary's Infant School", 'Primary'),
    school(100004, "St Mary's Junior School", 'Primary'),
    school(100005, "St Mary's Catholic Primary School", 'Primary'),
    school(100006, "St Margaret's Primary School", 'Primary'),
  ];
  expect(candidates(schools, {})).toEqual([
    ...["St Mary's Infant School", "St Mary's Junior School", "St Mary's Catholic Primary School"],
  ]);
  expect(candidates(schools, { schoolName: 'St Marys Sec' })).toEqual([
    ...["St Mary's School", "St Mary's High School", "St Mary's Infant School"],
  ]);
});

it('takes no secondary school for a JMI because no other has its name', () => {
  const schools = [school(100001, "St Mary's School", 'Secondary')];
  expect(candidates(schools, {})).toEqual(["St Mary's School"]);
  expect(candidates(schools, { schoolName: 'St Marys' })).toBe('100001');
});

it('offers a school of another sort after those less alike that are of the one told', () => {
  const schools = [
    school(100001, "St Mary's School", 'Secondary'),
    school(100002, "St Margaret's Primary School", 'Primary'),
  ];
  expect(candidates(schools, {})).toEqual(["St Margaret's Primary School", "St Mary's School"]);
});

it('offers of two schools alike the one that is open first', () => {
  const junior = "St Mary's Junior School";
  const infant = "St Mary's Infant School";
  const schools = [
    school(100001, junior, 'Primary', { status: 'closed' }),
    school(100002, infant, 'Primary'),
  ];
  expect(candidates(schools, {})).toEqual([infant, junior]);
});

it('offers the school of the town or district of another column first', () => {
  const schools = [
    school(100001, "St Mary's Infant School", 'Primary', { places: ['East Herts'] }),
    school(100002, "St Mary's Junior School", 'Primary', { town: 'Tring', places: ['Dacorum'] }),
    school(100003, "St Mary's Junior School", 'Primary', { town: 'Ware' }),
  ];
  expect(candidates(schools, { around: ['Dacorum'] })[0]).toBe("St Mary's Junior School");
  expect(candidates(schools, { around: ['The Street, Tring'] })[0]).toBe("St Mary's Junior School");
  expect(candidates(schools, { around: ['East Herts'] })[0]).toBe("St Mary's Infant School");
});
