import { formatDay } from '../../day';
import { plural } from '../../plural';
import type { ReportBlock } from '../report-document';
import type { RankedFigure, StakeholderFigures } from '../stakeholder-figures';
import { figure, heading, paragraph, sentence } from './blocks';

/** Schools not visited in three years, month by month. */
export function backlog({
  backlog: points,
  notVisitedInThreeYears,
}: StakeholderFigures): ReportBlock[] {
  const first = points[0];
  const change = notVisitedInThreeYears - (first?.schools ?? notVisitedInThreeYears);
  const moved =
    change === 0
      ? 'as many as at the start of the year'
      : `${figure(Math.abs(change))} ${change < 0 ? 'fewer' : 'more'} than at the start of the year`;
  const title = `${plural(notVisitedInThreeYears, 'school')} not visited in three years, ${moved}`;
  return [
    heading('Not visited in three years'),
    {
      kind: 'bars',
      title,
      inWords: `Bar chart, month by month. ${sentence(title)}`,
      most: Math.max(1, ...points.map(({ schools }) => schools)),
      bars: points.map(({ day, schools }) => ({
        label: formatDay(day),
        value: schools,
        words: figure(schools),
      })),
    },
  ];
}

/** What became of arranged visits, and why. */
export function outcomes({ outcomes: of }: StakeholderFigures): ReportBlock[] {
  const words: [string, number][] = [
    ['Held', of.held],
    ['Cancelled by the school', of.cancelledBySchool],
    ['Cancelled by the hub', of.cancelledByHub],
    ['Not held', of.notHeld],
    ['Not said yet', of.unlogged],
  ];
  const reason = new Map([
    ['cancelled_by_school', 'Cancelled by the school'],
    ['cancelled_by_hub', 'Cancelled by the hub'],
    ['not_held', 'Not held'],
  ]);
  return [
    heading('What became of the visits that were arranged'),
    {
      kind: 'table',
      caption: 'Visits whose day was in the year',
      head: ['What became of them', 'Visits'],
      rows: words.map(([label, value]) => [label, figure(value)]),
    },
    ...(of.reasons.length === 0
      ? []
      : [
          {
            kind: 'table' as const,
            caption: 'The most frequent reasons',
            head: ['Reason', 'Outcome', 'Visits'],
            rows: of.reasons.map((one) => [
              one.reason,
              reason.get(one.outcome) ?? one.outcome,
              figure(one.visits),
            ]),
          },
        ]),
  ];
}

/** As many of each list as a board reads. */
const MOST_NEEDS = 8;

/** What visitors saw and schools said, as far as enough of them did. */
export function needs({ needs: told }: StakeholderFigures): ReportBlock[] {
  const lists: [string, RankedFigure[]][] = [
    ['What visitors found to be needed', told.needs],
    ['What is in the way, as schools say', told.barriers],
    ['What schools would like', told.wanted],
  ];
  const ranked = lists.flatMap(([about, list]): ReportBlock[] => {
    const title =
      list.length > MOST_NEEDS ? `${about} (the first ${MOST_NEEDS} of ${list.length})` : about;
    return list.length === 0
      ? []
      : [
          {
            kind: 'bars',
            title,
            inWords: `Bar chart. ${title}: ${list
              .slice(0, MOST_NEEDS)
              .map(({ label, schools }) => `${label}, ${plural(schools, 'school')}`)
              .join('; ')}.`,
            most: list[0]?.schools ?? 1,
            bars: list
              .slice(0, MOST_NEEDS)
              .map(({ label, schools }) => ({ label, value: schools, words: figure(schools) })),
          },
        ];
  });
  return [
    heading('What schools need most'),
    paragraph(
      ranked.length === 0
        ? 'Fewer than five schools have told us, too few to report.'
        : `From visits and surveys of ${plural(told.schools, 'school')} in the year; the number of schools stands at each bar.`,
    ),
    ...ranked,
  ];
}
