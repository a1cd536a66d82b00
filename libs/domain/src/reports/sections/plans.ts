import { plural } from '../../plural';
import { hiddenGroups, SMALLEST_GROUP } from '../../small-groups';
import type { ReportBlock } from '../report-document';
import type { PlanFigures, StakeholderFigures } from '../stakeholder-figures';
import { figure, heading, paragraph } from './blocks';

/** Who has a plan, and the hour by key stage; groups of fewer than five schools are not told. */
export function plans({ plans: of, academicYear }: StakeholderFigures): ReportBlock[] {
  if (!of) return [];
  const { confirmed, states, hour } = of;
  return [
    heading('Music development plans'),
    {
      kind: 'table',
      caption: 'Schools by the state of their plan',
      head: ['Plan', 'Schools'],
      rows: heldBack(states.map(({ label, schools }) => [label, schools])),
    },
    heading('An hour of music a week', 2),
    ...(confirmed < SMALLEST_GROUP
      ? [paragraph(`Fewer than five plans for ${academicYear} are confirmed, too few to report.`)]
      : hourBlocks(of, academicYear, hour)),
  ];
}

function hourBlocks(
  { confirmed }: PlanFigures,
  academicYear: string,
  hour: PlanFigures['hour'],
): ReportBlock[] {
  return [
    paragraph(
      `From the confirmed plans of ${plural(confirmed, 'school')} for ${academicYear}. What a plan does not state is not counted as “not met”.`,
    ),
    {
      kind: 'table',
      caption: 'An hour a week, by key stage',
      head: ['Key stage', 'Met', 'Not met', 'Not stated'],
      rows: hour.map(({ label, met, notMet, notStated }) => {
        const cells = heldBack([
          ['met', met],
          ['not met', notMet],
          ['not stated', notStated],
        ]);
        return [label, ...cells.map(([, words]) => words ?? '')];
      }),
    },
  ];
}

/** The counts in words; nobody can work out a small one from the others. */
function heldBack(groups: readonly (readonly [label: string, schools: number])[]): string[][] {
  const some = groups.filter(([, schools]) => schools > 0);
  const hidden = hiddenGroups(some.map(([value, schools]) => ({ value, schools })));
  return groups.map(([label, schools]) => {
    if (schools === 0 || !hidden.has(label)) return [label, figure(schools)];
    return [label, schools < SMALLEST_GROUP ? 'fewer than 5' : 'not shown'];
  });
}
