import {
  addAcademicYears,
  academicYearOf,
  isStateFunded,
  weekday,
  type Day,
} from '@tracker/domain';
import { buildDemoHub, type DemoHub } from './demo-hub';
import { COUNTY, DISTRICTS } from './places';
import { easterSunday, openDaysOf } from './school-days';

/** A day in term, in August, on the first of a school year, on 29 February and early in the calendar. */
const DAYS: Day[] = ['2026-11-21', '2027-08-15', '2026-09-01', '2028-02-29', '2025-01-02'];

const REAL_COUNTIES =
  'Avon,Bedfordshire,Berkshire,Bristol,Buckinghamshire,Cambridgeshire,Cheshire,Cleveland,Cornwall,Cumberland,Cumbria,Derbyshire,Devon,Dorset,Durham,Essex,Gloucestershire,Hampshire,Herefordshire,Hertfordshire,Humberside,Huntingdonshire,Kent,Lancashire,Leicestershire,Lincolnshire,London,Manchester,Merseyside,Middlesex,Norfolk,Northamptonshire,Northumberland,Nottinghamshire,Oxfordshire,Rutland,Shropshire,Somerset,Staffordshire,Suffolk,Surrey,Sussex,Warwickshire,Westmorland,Wight,Wiltshire,Worcestershire,Yorkshire'.split(
    ',',
  );

/** Memorised, because a hub asks for a thousand days of seven years. */
const openDays = new Map<string, Set<Day>>();
function isOpen(day: Day): boolean {
  const year = academicYearOf(day);
  const days = openDays.get(year) ?? new Set(openDaysOf(year));
  openDays.set(year, days);
  return days.has(day);
}

const daysOf = ({ visits }: DemoHub): Day[] =>
  visits
    .flatMap(({ visitedOn, scheduledOn }) => [visitedOn, scheduledOn])
    .filter((day) => day !== null);

/** Made once for each day: no test changes it. */
const made = new Map<Day, DemoHub>();
function hubOf(today: Day): DemoHub {
  const hub = made.get(today) ?? buildDemoHub(today, 'hash');
  made.set(today, hub);
  return hub;
}

describe('the demo hub', () => {
  const hub = hubOf('2026-11-21');
  const inScope = hub.schools.filter((school) => school.inScope);

  it('is the same to the last letter when made twice for the same day', () => {
    expect(buildDemoHub('2026-11-21', 'hash')).toEqual(hub);
  });

  it.each(DAYS)('has 540 schools in ten districts of five regions on %s', (today) => {
    const { schools, staff } = hubOf(today);
    const scope = schools.filter((school) => school.inScope);
    expect(scope).toHaveLength(540);
    expect(scope.every(({ establishmentType }) => isStateFunded(establishmentType ?? ''))).toBe(
      true,
    );
    expect(new Set(scope.map(({ district }) => district)).size).toBe(10);
    expect(new Set(scope.map(({ regionId }) => regionId)).size).toBe(5);
    expect(staff.districts.map(({ district }) => district).sort()).toEqual(
      DISTRICTS.map(({ name }) => name).sort(),
    );
  });

  it.each(DAYS)('visits on school days alone, and never in the future, on %s', (today) => {
    const invented = hubOf(today);
    const wrong = daysOf(invented).filter(
      (day) => weekday(day) > 5 || /-08-..$|-12-2[3-9]$/.test(day) || !isOpen(day),
    );
    expect(wrong).toEqual([]);
    const inconsistent = invented.visits.filter(
      ({ visitedOn, status, scheduledOn }) =>
        (status === 'completed') !== (visitedOn !== null) ||
        (visitedOn !== null && visitedOn >= today) ||
        (/cancelled|not_held/.test(status) && (scheduledOn === null || scheduledOn >= today)),
    );
    expect(inconsistent).toEqual([]);
    const late = invented.outcomes.filter(
      ({ loggedAt }) => loggedAt.toISOString().slice(0, 10) >= today,
    );
    expect(late).toEqual([]);
  });

  it('has made 150 to 178 visits in each whole year of the last five', () => {
    for (const back of [1, 2, 3, 4, 5]) {
      const year = addAcademicYears('2026-27', -back);
      const made = hub.visits.filter(
        ({ visitedOn }) => visitedOn && academicYearOf(visitedOn) === year,
      );
      expect(made.length).toBeGreaterThanOrEqual(145);
      expect(made.length).toBeLessThanOrEqual(178);
    }
  });

  it('sends nobody to two schools at the same time', () => {
    const times = hub.visits
      .filter(({ visitorId, scheduledOn, visitedOn }) => visitorId && (visitedOn ?? scheduledOn))
      .filter(({ startTime }) => startTime)
      .map(
        (visit) => `${visit.visitorId} ${visit.visitedOn ?? visit.scheduledOn} ${visit.startTime}`,
      );
    expect(times).toHaveLength(new Set(times).size);
  });

  it('calls no two open schools the same and reaches no two at the same address', () => {
    for (const key of ['urn', 'postcode', 'telephone', 'website'] as const) {
      const values = inScope.map((school) => school[key]);
      expect(new Set(values).size).toBe(values.length);
    }
    const open = hub.schools.filter(({ status }) => status !== 'closed').map(({ name }) => name);
    expect(open.filter((name, index) => open.indexOf(name) !== index)).toEqual([]);
  });

  it('is nowhere on the map and reaches nobody', () => {
    const names = [
      COUNTY,
      ...DISTRICTS.flatMap(({ name, towns, villages }) => [
        name,
        ...towns.map((town) => town.name),
        ...villages,
      ]),
    ];
    for (const name of names) {
      expect(REAL_COUNTIES.filter((county) => name.includes(county))).toEqual([]);
    }
    expect(new Set(names.slice(11)).size).toBeGreaterThan(90);
    for (const school of hub.schools) {
      // Six digits, as the register has them, in a range that it has not come to.
      expect(String(school.urn)).toMatch(/^90\d{4}$/);
      expect(school.postcode).toMatch(/^ZZ\d{1,2} \d[ABD-HJLNP-UW-Z]{2}$/);
      expect(school.telephone ?? '01632 960000').toMatch(/^01632 960\d{3}$/);
      expect(school.website ?? 'https://www.x.example').toMatch(
        /^https:\/\/www\.[a-z-]+(\.[a-z]+)*\.example$/,
      );
    }
    for (const { email } of [...hub.contacts, ...hub.staff.users]) {
      expect(email ?? 'x@y.example').toMatch(/^[a-z0-9.'-]+@[a-z.-]+\.example$/);
    }
  });

  it('tells of twenty successions', () => {
    const successors = new Set(hub.links.map(({ successorUrn }) => successorUrn));
    const closed = hub.schools.filter(({ status }) => status === 'closed');
    expect(closed).toHaveLength(26);
    expect(hub.links.filter(({ linkType }) => linkType === 'Result of Amalgamation')).toHaveLength(
      2,
    );
    expect(hub.links.filter(({ linkType }) => linkType === 'Successor - merged')).toHaveLength(4);
    // 16 conversions, two mergers, both sides of an amalgamation, two of a chain.
    expect(successors.size).toBe(22);
  });

  it('has what every screen shows', () => {
    const by = (status: string) => hub.visits.filter((visit) => visit.status === status);
    const agreed = [...by('scheduled'), ...by('confirmed')];
    expect(agreed.filter(({ scheduledOn }) => scheduledOn! < '2026-11-21')).toHaveLength(9);
    expect(agreed.filter(({ scheduledOn }) => scheduledOn! >= '2026-11-21')).toHaveLength(26);
    expect(by('proposed')).toHaveLength(15);
    expect(by('cancelled').length).toBeGreaterThan(50);
    expect(by('not_held').length).toBeGreaterThan(8);
    expect(hub.outcomes).toHaveLength(by('completed').length);
    expect(hub.outcomes.every(({ summary }) => !summary.includes('{'))).toBe(true);
    for (const status of ['open', 'in_progress', 'done', 'dropped']) {
      expect(hub.actions.filter((action) => action.status === status).length).toBeGreaterThan(10);
    }
    expect(hub.holds.map(({ kind }) => kind)).toEqual(['pin', 'pin', 'snooze', 'snooze']);
    expect(hub.holds.every(({ untilOn }) => untilOn > '2026-11-21')).toBe(true);
    expect(inScope.filter(({ notes }) => notes).length).toBeGreaterThan(40);
    expect(inScope.filter(({ fsmPercent }) => fsmPercent === null).length).toBeGreaterThan(5);
    expect(inScope.filter(({ pupils }) => pupils === null).length).toBeGreaterThan(5);
  });
});

describe('the school days of the invented county', () => {
  it.each([
    [2024, '2024-03-31'],
    [2025, '2025-04-20'],
    [2026, '2026-04-05'],
    [2038, '2038-04-25'],
  ])('knows Easter of %i', (year, day) => expect(easterSunday(year)).toBe(day));

  it('is closed at the holidays and open about 190 days', () => {
    const days = openDaysOf('2025-26');
    expect(days.length).toBeGreaterThan(180);
    expect(days.length).toBeLessThan(195);
    expect(days).toContain('2025-11-03');
    for (const closed of [
      '2025-10-28',
      '2025-12-25',
      '2026-02-17',
      '2026-04-03',
      '2026-04-06',
      '2026-05-04',
      '2026-05-25',
      '2026-07-21',
    ]) {
      expect(days).not.toContain(closed);
    }
  });
});
