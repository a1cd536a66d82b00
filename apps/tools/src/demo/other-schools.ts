import { COUNTY, DISTRICTS } from './places';
import { times, TOWNS, type PlannedSchool } from './planned-school';
import type { Random } from './random';
import type { SchoolNames } from './school-names';

const SPECIAL_TYPES = [
  ['Community special school', 66],
  ['Academy special converter', 22],
  ['Foundation special school', 4],
  ['Academy special sponsor led', 4],
  ['Free schools special', 4],
] as const;

/** 14 nurseries, 26 special schools, eight of alternative provision and two colleges. */
export function planOthers(names: SchoolNames, random: Random): PlannedSchool[] {
  return [
    ...times(14, () => nursery(names, random)),
    ...times(26, () => special(names, random)),
    ...alternativeProvision(names, random),
    ...colleges(names),
  ];
}

function nursery(names: SchoolNames, random: Random): PlannedSchool {
  return {
    name: names.claim(`${names.stem()} Nursery School`),
    ...random.weighted(TOWNS),
    village: null,
    setting: 'nursery',
    phase: 'Nursery',
    establishmentType: 'Local authority nursery school',
    faith: null,
    rollOf: 'nursery',
  };
}

function special(names: SchoolNames, random: Random): PlannedSchool {
  return {
    name: names.claim(
      `${names.stem()} ${random.pick(['School', 'School', 'Special School', 'Academy'])}`,
    ),
    ...random.weighted(TOWNS),
    village: null,
    setting: 'special',
    phase: 'Not applicable',
    establishmentType: random.weighted(SPECIAL_TYPES),
    faith: null,
    rollOf: 'special',
  };
}

function alternativeProvision(names: SchoolNames, random: Random): PlannedSchool[] {
  const kind = {
    village: null,
    setting: 'alternative' as const,
    phase: 'Not applicable',
    faith: null,
    rollOf: 'pru' as const,
  };
  const units = DISTRICTS.slice(0, 5).map((district) => ({
    name: names.claim(`${district.name} Education Support Centre`),
    district,
    town: district.towns[0],
    ...kind,
    establishmentType: 'Pupil referral unit',
  }));
  const academies = ['converter', 'converter', 'sponsor led'].map((route) => ({
    name: names.claim(`The ${names.stem()} Academy`),
    ...random.weighted(TOWNS),
    ...kind,
    establishmentType: `Academy alternative provision ${route}`,
  }));
  return [...units, ...academies];
}

function colleges(names: SchoolNames): PlannedSchool[] {
  const [central, , , , north] = DISTRICTS;
  if (!central || !north) throw new RangeError('The county has too few districts.');
  const kind = {
    village: null,
    setting: 'college' as const,
    phase: '16 plus',
    faith: null,
    rollOf: 'college' as const,
  };
  return [
    {
      name: names.claim(`${COUNTY} College`),
      district: central,
      town: central.towns[0],
      ...kind,
      establishmentType: 'Further education',
    },
    {
      name: names.claim(`${north.towns[0].name} Sixth Form College`),
      district: north,
      town: north.towns[0],
      ...kind,
      establishmentType: 'Academy 16-19 converter',
    },
  ];
}
