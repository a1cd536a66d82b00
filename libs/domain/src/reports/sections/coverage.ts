import { formatDay } from '../../day';
import {
  leastCoveredInWords,
  mealsFinding,
  mealsInWords,
  percentOf,
  regionsBehindInWords,
  shareInWords,
} from '../../findings';
import { plural } from '../../plural';
import type { ReportBlock } from '../report-document';
import type { FigureGroup, StakeholderFigures } from '../stakeholder-figures';
import { figure, heading, paragraph, sentence } from './blocks';

/** Each region against its share of the target. */
export function regions(figures: StakeholderFigures): ReportBlock[] {
  const { regions: all, academicYear, asOf } = figures;
  if (all.length === 0) return [];
  const finding = regionsBehindInWords(
    all.filter(({ key }) => key !== null),
    { academicYear, asOf },
  );
  return [
    heading('By region'),
    paragraph(finding),
    {
      kind: 'bars',
      title: 'Visits made, of the target of each region',
      inWords: `Bar chart. ${finding} The table below has the figures.`,
      most: 100,
      bars: all.map(({ label, visits: made, target }) => ({
        label,
        value: percentOf({ part: made, of: target }),
        words: `${figure(made)} of ${figure(target)}`,
      })),
    },
    {
      kind: 'table',
      caption: 'Figures by region',
      head: ['Region', 'Visits', 'Target', 'Expected', 'Surveys', 'Covered', 'In scope'],
      rows: all.map((one) => [
        one.label,
        ...[one.visits, one.target, Math.round(one.expectedByToday), one.surveys].map(figure),
        ...[one.covered, one.schoolsInScope].map(figure),
      ]),
    },
  ];
}

/** The cycle, and who of its schools is visited less. */
export function coverage(figures: StakeholderFigures): ReportBlock[] {
  const { cycle, bands, phases, types, districts } = figures;
  const meals = mealsInWords(
    mealsFinding(bands.map(({ key, covered, schoolsInScope: of }) => ({ key, part: covered, of }))),
  );
  const left = `${figure(cycle.schoolsBooked)} more are booked, ${figure(cycle.schoolsNeither)} are neither covered nor booked`;
  return [
    heading('Coverage of the three-year cycle'),
    paragraph(
      `Of ${plural(cycle.schoolsInScope, 'school')} in scope ${figure(cycle.schoolsCovered)} were visited in the cycle that began in ${cycle.startsIn} and ends on ${formatDay(cycle.closesOn)}; ${left}. ${sentence(cycle.slackInWords)}`,
    ),
    heading('By pupils eligible for free school meals', 2),
    paragraph(meals),
    covered('Schools covered, by pupils eligible for free school meals', meals, bands),
    groupTable('Figures by pupils eligible for free school meals', 'Pupils eligible', bands),
    ...grouped('By phase', 'phase', 'Phase', phases),
    ...grouped('By type of school', 'type of school', 'Type', types),
    ...grouped('By district', 'district', 'District', districts),
  ];
}

function grouped(title: string, one: string, head: string, groups: FigureGroup[]): ReportBlock[] {
  const shares = groups.map(({ label, covered: part, schoolsInScope: of }) => ({
    label,
    part,
    of,
  }));
  return [
    heading(title, 2),
    paragraph(leastCoveredInWords(shares, one)),
    groupTable(`Figures ${title.charAt(0).toLowerCase()}${title.slice(1)}`, head, groups),
  ];
}

function covered(title: string, finding: string, groups: FigureGroup[]): ReportBlock {
  return {
    kind: 'bars',
    title,
    inWords: `Bar chart. ${finding} The table below has the figures.`,
    most: 100,
    bars: groups.map(({ label, covered: part, schoolsInScope: of }) => ({
      label,
      value: percentOf({ part, of }),
      words:
        of === 0 ? 'no schools' : `${shareInWords({ part, of })}: ${figure(part)} of ${figure(of)}`,
    })),
  };
}

const groupTable = (caption: string, head: string, groups: FigureGroup[]): ReportBlock => ({
  kind: 'table',
  caption,
  head: [head, 'In scope', 'Covered', 'Visits in the year', 'Surveys', 'Not in three years'],
  rows: groups.map((one) => [
    one.label,
    ...[one.schoolsInScope, one.covered, one.visits, one.surveys].map(figure),
    figure(one.notVisitedInThreeYears),
  ]),
});
