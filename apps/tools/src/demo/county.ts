import { addMonths, isInScope, isStateFunded, type Day, type SchoolStatus } from '@tracker/domain';
import type { SchoolLinkEntity } from '@tracker/data';
import { planOthers } from './other-schools';
import { COUNTY } from './places';
import { times, TOWNS, type PlannedSchool } from './planned-school';
import { planPrimaries } from './primary-schools';
import type { Random } from './random';
import { endOfSchoolYear } from './school-days';
import { SchoolNames } from './school-names';
import { SchoolMaker, type DemoSchool } from './schools';
import { planSecondaries } from './secondary-schools';
import { SuccessionTeller } from './successions';

export interface County {
  /** The 540 schools of the cycle. */
  inScope: DemoSchool[];
  /** Closed, proposed and independent schools. */
  others: DemoSchool[];
  links: SchoolLinkEntity[];
}

/** Every school of the county on a day, with who followed whom. */
export function buildCounty(regionIds: readonly string[], today: Day, random: Random): County {
  const names = new SchoolNames(random.fork('names'));
  const plan = random.fork('plan');
  const maker = new SchoolMaker(regionIds, today, random.fork('schools'));
  const planned = [
    ...planPrimaries(names, plan),
    ...planSecondaries(names, plan),
    ...planOthers(names, plan),
  ];
  const inScope = planned.map((one) => maker.open(one));
  const teller = new SuccessionTeller(maker, names, inScope, today, random.fork('successions'));
  const { closed, links } = teller.tell();
  const untouched = inScope.filter(
    ({ row }) => !links.some((link) => link.successorUrn === row.urn),
  );
  newlyOpened(untouched, today);
  closing(untouched, today);
  return { inScope, others: [...closed, ...outside(maker, names, today, plan)], links };
}

/** The free schools that opened this year or last have no history anybody could have inherited. */
function newlyOpened(schools: readonly DemoSchool[], today: Day): void {
  const free = schools.filter(({ plan }) => plan.establishmentType === 'Free schools');
  const opened = [...free.slice(0, 2), ...free.slice(-1)];
  const september = `${Number(endOfSchoolYear(today).slice(0, 4)) - 1}-09-01`;
  opened.forEach(({ row }, index) => {
    row.openedOn = index === 0 ? addMonths(september, -12) : september;
    row.pupils = index === 0 ? row.pupils : null;
    row.fsmPercent = index === 0 ? row.fsmPercent : null;
  });
}

/** Two small schools that are to close when the school year ends. */
function closing(schools: readonly DemoSchool[], today: Day): void {
  const small = schools.filter(({ plan }) => plan.rollOf === 'village').slice(11, 13);
  for (const { row } of small) {
    row.status = 'closing';
    row.closedOn = endOfSchoolYear(today);
    row.inScope = isInScope({
      status: 'closing',
      stateFunded: isStateFunded(row.establishmentType ?? ''),
    });
  }
}

const INDEPENDENT = [
  'College',
  'School',
  'House School',
  'Preparatory School',
  'School',
  'Hall School',
  'Montessori School',
];

/** Schools on record that nobody has to visit: closed for good, proposed, independent. */
function outside(maker: SchoolMaker, names: SchoolNames, today: Day, random: Random): DemoSchool[] {
  const somewhere = () => ({ ...random.weighted(TOWNS), village: null, faith: null });
  const primary = (name: string, establishmentType: string): PlannedSchool => ({
    name: names.claim(name),
    ...somewhere(),
    setting: 'primary',
    phase: 'Primary',
    establishmentType,
    rollOf: 'primary',
  });
  const closed = times(3, () => {
    const closedOn = `${Number(today.slice(0, 4)) - random.int(2, 6)}-08-31`;
    return maker.closed(
      primary(`${names.stem()} Primary School`, 'Community school'),
      null,
      closedOn,
    );
  });
  const proposed = times(3, () => {
    const school = maker.open(primary(`${names.stem()} Primary School`, 'Free schools'));
    const status: SchoolStatus = 'proposed';
    const nothingYet = {
      openedOn: null,
      pupils: null,
      fsmPercent: null,
      telephone: null,
      website: null,
    };
    Object.assign(school.row, { status, inScope: false, ...nothingYet });
    return school;
  });
  const independent = INDEPENDENT.map((wording) => {
    const plan = primary(`${names.stem()} ${wording}`, 'Other independent school');
    return maker.open({ ...plan, phase: 'Not applicable' });
  });
  const independentSpecial = maker.open({
    ...primary(`${COUNTY} Cliffs School`, 'Other independent special school'),
    phase: 'Not applicable',
    setting: 'special',
    rollOf: 'special',
  });
  return [...closed, ...proposed, ...independent, independentSpecial];
}
