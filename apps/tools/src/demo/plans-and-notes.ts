import {
  academicYearOf,
  academicYearSpan,
  addAcademicYears,
  addDays,
  daysBetween,
  type Day,
} from '@tracker/domain';
import type { MusicDevelopmentPlanEntity } from '@tracker/data';
import type { Row } from './insert-rows';
import type { Random } from './random';
import type { DemoSchool } from './schools';

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
