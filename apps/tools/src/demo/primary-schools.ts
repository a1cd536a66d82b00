import { DISTRICTS, type District } from './places';
import { times, TOWNS, type PlannedSchool } from './planned-school';
import type { Random } from './random';
import type { SchoolNames } from './school-names';

const CHURCH_TYPES = [
  ['Voluntary controlled school', 40],
  ['Voluntary aided school', 38],
  ['Academy converter', 22],
] as const;
const CATHOLIC_TYPES = [
  ['Voluntary aided school', 68],
  ['Academy converter', 32],
] as const;
const PRIMARY_TYPES = [
  ['Community school', 66],
  ['Academy converter', 20],
  ['Academy sponsor led', 6],
  ['Foundation school', 4],
  ['Free schools', 4],
] as const;
/** The county's 408 primary schools. */
export function planPrimaries(names: SchoolNames, random: Random): PlannedSchool[] {
  return [
    ...DISTRICTS.flatMap((district) =>
      district.villages.map((village) => villagePrimary(district, village, names, random)),
    ),
    ...times(30, () => pairOfPrimaries(names, random)).flat(),
    ...times(42, () => anglicanPrimary(names, random)),
    ...times(27, () => catholicPrimary(names, random)),
    ...times(191, () => townPrimary(names, random)),
  ];
}

function villagePrimary(
  district: District,
  village: string,
  names: SchoolNames,
  random: Random,
): PlannedSchool {
  const town = random.weighted(district.towns.map((one) => [one, one.size] as const));
  const church = random.chance(0.5);
  const wording = church
    ? random.weighted([
        ['Church of England Primary School', 6],
        ['C of E Primary School', 2],
        ['Church of England School', 1],
      ] as const)
    : random.weighted([
        ['Primary School', 7],
        ['Primary and Nursery School', 2],
        ['JMI School', 1],
      ] as const);
  return {
    name: names.claim(`${village} ${wording}`),
    setting: 'primary',
    phase: 'Primary',
    establishmentType: random.weighted(church ? CHURCH_TYPES : PRIMARY_TYPES),
    district,
    town,
    village,
    faith: church ? 'anglican' : null,
    rollOf: 'village',
  };
}

type Kind = Omit<PlannedSchool, 'name' | 'district' | 'town' | 'village'>;

function primary(establishmentType: string, rollOf: PlannedSchool['rollOf'] = 'primary'): Kind {
  return { setting: 'primary', phase: 'Primary', establishmentType, faith: null, rollOf };
}

/** An infant school and the junior school its pupils go on to. */
function pairOfPrimaries(names: SchoolNames, random: Random): PlannedSchool[] {
  const site = { ...random.weighted(TOWNS), village: null };
  const stem = names.stem();
  const infant = random.weighted([
    ['Infant School', 1],
    ['Infant and Nursery School', 1],
  ] as const);
  return [
    {
      name: names.claim(`${stem} ${infant}`),
      ...site,
      ...primary(random.weighted(PRIMARY_TYPES), 'infant'),
    },
    {
      name: names.claim(`${stem} Junior School`),
      ...site,
      ...primary(random.weighted(PRIMARY_TYPES), 'junior'),
    },
  ];
}

function anglicanPrimary(names: SchoolNames, random: Random): PlannedSchool {
  const site = random.weighted(TOWNS);
  const saint = names.anglicanSaint(site.town.name);
  const name = random.weighted([
    [`${saint} Church of England Primary School`, 5],
    [`${saint} CofE Primary School`, 3],
    [`${saint} Church of England Primary Academy`, 1],
  ] as const);
  const academy = name.endsWith('Academy');
  const type = academy ? 'Academy converter' : random.weighted(CHURCH_TYPES);
  const claimed = names.claim(name, `${name}, ${site.town.name}`, `${saint} School`);
  return { name: claimed, ...site, village: null, ...primary(type), faith: 'anglican' };
}

function catholicPrimary(names: SchoolNames, random: Random): PlannedSchool {
  const site = random.weighted(TOWNS);
  const saint = names.catholicSaint(site.town.name);
  const wording = random.chance(0.75) ? 'Catholic Primary School' : 'Roman Catholic Primary School';
  const name = names.claim(`${saint} ${wording}`, `${saint} ${wording}, ${site.town.name}`);
  return {
    name,
    ...site,
    village: null,
    ...primary(random.weighted(CATHOLIC_TYPES)),
    faith: 'catholic',
  };
}

function townPrimary(names: SchoolNames, random: Random): PlannedSchool {
  const site = random.weighted(TOWNS);
  const type = random.weighted(PRIMARY_TYPES);
  const academy = type.startsWith('Academy') && random.chance(0.45);
  const wording = academy
    ? random.pick(['Primary Academy', 'Academy'])
    : random.weighted([
        ['Primary School', 64],
        ['Primary and Nursery School', 24],
        ['JMI School', 8],
        ['Community Primary School', 4],
      ] as const);
  return {
    name: names.claim(`${names.stem()} ${wording}`),
    ...site,
    village: null,
    ...primary(type),
  };
}
