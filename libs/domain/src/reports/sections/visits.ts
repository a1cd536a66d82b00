import { dayParts, type Day, formatDay, MONTH_NAMES, toSerial } from '../../day';
import {
  forecastInWords,
  paceInWords,
  targetReachedInWords,
  weeklyRateInWords,
} from '../../findings';
import { plural } from '../../plural';
import type { ReportBlock } from '../report-document';
import type { StakeholderFigures } from '../stakeholder-figures';
import { figure, heading, paragraph, sentence } from './blocks';

/** The year in four figures and six sentences. */
export function atAGlance(figures: StakeholderFigures): ReportBlock[] {
  const { target, visits, surveys, cycle, schoolsVisited, notVisitedInThreeYears } = figures;
  return [
    heading('At a glance'),
    {
      kind: 'figures',
      items: [
        { value: `${figure(visits)} of ${figure(target)}`, label: 'visits made' },
        { value: figure(schoolsVisited), label: 'different schools visited' },
        { value: `${figure(surveys.submitted)} of ${figure(surveys.target)}`, label: 'surveys' },
        {
          value: `${figure(cycle.schoolsCovered)} of ${figure(cycle.schoolsInScope)}`,
          label: 'covered in the cycle',
        },
      ],
    },
    {
      kind: 'list',
      items: [
        sentence(paceInWords(figures)),
        sentence(forecastInWords(figures.forecast)),
        targetReachedInWords(figures),
        sentence(`Visits still needed: ${weeklyRateInWords(figures.weeklyRateNeeded)}`),
        sentence(cycle.slackInWords),
        sentence(`${plural(notVisitedInThreeYears, 'school')} not visited in three years`),
      ],
    },
  ];
}

/** The year's line against its pace. */
export function visits(figures: StakeholderFigures): ReportBlock[] {
  const { series, asOf, target } = figures;
  const title = `Visits made: ${paceInWords(figures)}`;
  const points = (of: (one: (typeof series)[number]) => number | null) =>
    series.map((one) => ({ x: toSerial(one.day), y: of(one) }));
  const months = series.filter(
    ({ day }, at) =>
      day === asOf || at === 0 || monthOf(day) !== monthOf((series[at - 1] as { day: Day }).day),
  );
  const shown = (value: number | null) => (value === null ? '–' : figure(Math.round(value)));
  return [
    heading('Visits against the pace'),
    paragraph(
      'The expected pace follows the school days of the year, so it stands still in the holidays.',
    ),
    {
      kind: 'lines',
      title,
      inWords: `Line chart over the year. ${sentence(title)} The target is ${plural(target, 'visit')}. The table below has the figures.`,
      lines: [
        { name: 'Expected pace', dashed: true, points: points(({ expected }) => expected) },
        { name: 'Visits made', dashed: false, points: points(({ visits }) => visits) },
        { name: 'With those booked', dashed: true, points: points((one) => one.withBooked) },
      ],
      ticks: months
        .filter(({ day }) => day !== asOf)
        .map(({ day }) => ({ x: toSerial(day), label: monthOf(day) })),
    },
    {
      kind: 'table',
      caption: 'Visits against the expected pace',
      head: ['Up to', 'Expected', 'Made', 'With those booked'],
      rows: months.map(({ day, expected, visits: made, withBooked }) => [
        formatDay(day),
        ...[shown(expected), shown(made), shown(withBooked)],
      ]),
    },
  ];
}

const monthOf = (day: Day): string => MONTH_NAMES[dayParts(day).month - 1] ?? '';
