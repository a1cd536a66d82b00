import { COUNTY, DISTRICTS } from './places';
import { times, TOWNS, type PlannedSchool } from './planned-school';
import type { Random } from './random';
import { BENEFACTORS, type SchoolNames } from './school-names';

const SECONDARY_TYPES = [
  ['Academy converter', 70],
  ['Academy sponsor led', 13],
  ['Foundation school', 8],
  ['Free schools', 5],
  ['Community school', 4],
] as const;
type Kind = Omit<PlannedSchool, 'name' | 'district' | 'town' | 'village'>;

/** 77 secondary, two middle and three all-through schools. */
export function planSecondaries(names: SchoolNames, random: Random): PlannedSchool[] {
  const kind = (type: string, phase = 'Secondary'): Kind => ({
    setting: 'secondary',
    phase,
    establishmentType: type,
    faith: null,
    rollOf: 'secondary',
  });
  const anywhere = () => ({ ...random.weighted(TOWNS), village: null });
  const ofTowns = DISTRICTS.flatMap((district) =>
    district.towns.flatMap((town, rank) => {
      const site = { district, town, village: null };
      const wordings =
        rank === 0
          ? [`The ${town.name} School`, `${town.name} Academy`]
          : [`${town.name} High School`];
      return wordings.map((name) => ({
        name: names.claim(name),
        ...site,
        ...kind(
          name.endsWith('Academy') ? 'Academy sponsor led' : random.weighted(SECONDARY_TYPES),
        ),
      }));
    }),
  );
  const ofOneSex = DISTRICTS.slice(0, 3).flatMap((district) => {
    const site = { district, town: district.towns[0], village: null };
    return ["Girls' School", "Boys' School"].map((wording) => ({
      name: names.claim(`${district.towns[0].name} ${wording}`),
      ...site,
      ...kind('Academy converter'),
    }));
  });
  const ofBenefactors = BENEFACTORS.map((person) => ({
    name: names.claim(`${person} ${random.pick(['School', 'Academy'])}`),
    ...anywhere(),
    ...kind('Academy converter'),
  }));
  const ofSaints = times(6, () => {
    const site = anywhere();
    const saint = names.catholicSaint(site.town.name);
    const name = names.claim(`${saint} Catholic School`, `${saint} Catholic High School`);
    return { name, ...site, ...kind('Academy converter'), faith: 'catholic' as const };
  });
  const technical = {
    name: names.claim(`${COUNTY} University Technical College`),
    ...anywhere(),
    ...kind('University technical college'),
    // From 14 on, like a college: there is no Year 7 to 9 to talk about.
    setting: 'college' as const,
  };
  const others = times(24, () => ({
    name: names.claim(
      `${names.stem()} ${random.pick(['School', 'School', 'Academy', 'High School'])}`,
    ),
    ...anywhere(),
    ...kind(random.weighted(SECONDARY_TYPES)),
  }));
  const middle = times(2, () => ({
    name: names.claim(`${names.stem()} Middle School`),
    ...anywhere(),
    ...kind('Voluntary controlled school', 'Middle deemed secondary'),
  }));
  const allThrough = times(3, () => ({
    name: names.claim(`${names.stem()} All-Through School`),
    ...anywhere(),
    ...kind('Academy converter', 'All-through'),
  }));
  return [
    ...ofTowns,
    ...ofOneSex,
    ...ofBenefactors,
    ...ofSaints,
    technical,
    ...others,
    ...middle,
    ...allThrough,
  ];
}
