import {
  academicYearOf,
  academicYearSpan,
  addAcademicYears,
  addDays,
  daysBetween,
  type Day,
  type LookResult,
} from '@tracker/domain';
import type { MusicDevelopmentPlanEntity, PlanLookEntity } from '@tracker/data';
import type { Row } from './insert-rows';
import type { Random } from './random';
import type { DemoSchool } from './schools';
import type { Staff } from './staff';

/** Share of the schools whose plan is known, for this school year and the two before it. */
const KNOWN = [0.55, 0.42, 0.27];

/** Music development plans found on the schools' websites. */
export function buildPlans(
  schools: readonly DemoSchool[],
  today: Day,
  random: Random,
): Row<MusicDevelopmentPlanEntity>[] {
  const current = academicYearOf(today);
  return schools.flatMap(({ row, plan: { phase } }) =>
    KNOWN.flatMap((share, back) => {
      if (phase === 'Nursery' || phase === '16 plus' || !random.chance(share * 1.03)) return [];
      const academicYear = addAcademicYears(current, -back);
      const { opensOn, closesOn } = academicYearSpan(academicYear);
      const last = closesOn < today ? closesOn : today;
      const knownOn = addDays(opensOn, random.int(0, Math.min(daysBetween(opensOn, last), 240)));
      const url =
        row.website && random.chance(0.9) ? `${row.website}/music-development-plan` : null;
      return [
        {
          ...{ id: random.uuid(), schoolId: row.id, academicYear, lastAcademicYear: academicYear },
          ...{ knownFrom: 'seen', url, knownOn, recordedById: null, goneOn: null },
        },
      ];
    }),
  );
}

/** Share of the schools without a current plan that somebody has looked at this school year. */
const LOOKED_AT = 0.4;
const RESULTS: readonly LookResult[] = ['none', 'none', 'none', 'no_site'];

/** Who looked for a plan this school year: those of the school’s region, the lead most of all. */
export function buildLooks(
  schools: readonly DemoSchool[],
  plans: readonly Row<MusicDevelopmentPlanEntity>[],
  { teams, head }: Staff,
  today: Day,
  random: Random,
): Row<PlanLookEntity>[] {
  const current = academicYearOf(today);
  const { opensOn } = academicYearSpan(current);
  const seen = new Map(
    plans.flatMap(({ schoolId, academicYear, knownOn }) =>
      academicYear === current ? [[schoolId, knownOn] as const] : [],
    ),
  );
  return schools.flatMap(({ row, plan: { phase } }) => {
    const foundOn = seen.get(row.id);
    const lookedOn = foundOn ?? addDays(opensOn, random.int(0, daysBetween(opensOn, today)));
    const looked = random.chance(LOOKED_AT) && phase !== 'Nursery' && phase !== '16 plus';
    if (foundOn === undefined && !looked) return [];
    const lookedById = teams.get(row.regionId ?? '')?.[0] ?? head;
    const result = foundOn === undefined ? random.pick(RESULTS) : 'found';
    return [{ id: random.uuid(), schoolId: row.id, lookedOn, lookedById, result }];
  });
}

const NOTES = [
  'Park in the street, the car park is locked after nine. Sign in at the main gate.',
  'Music room is in the hut behind the hall; ask at reception for the key.',
  'Best reached before eight in the morning or after four.',
  'Federated with the school next door; one head teacher for both.',
  'No visits on Wednesdays, when the whole school swims.',
  'Shares its hall with the parish, so instruments have to be put away.',
  'New building from next year; instruments are in store until then.',
  'Head teacher is a singer and chairs the county choral society.',
  'Prefers email. The telephone is answered by the trust’s central office.',
  'Large deaf unit; good experience with vibration floor and signed singing.',
  'Strong brass tradition through the town band.',
  'Asked to be left alone until the inspection is over.',
];

/** What somebody thought worth knowing before the next visit, at about one school in eight. */
export function writeNotes(schools: readonly DemoSchool[], random: Random): void {
  for (const { row } of schools) {
    if (random.chance(0.125)) row.notes = random.pick(NOTES);
  }
}
