import { dayParts, type Day, formatDay, MONTH_NAMES, toSerial } from '../day';
import {
  forecastInWords,
  leastCoveredInWords,
  mealsFinding,
  mealsInWords,
  paceInWords,
  percentOf,
  regionsBehindInWords,
  shareInWords,
  targetReachedInWords,
  weeklyRateInWords,
} from '../findings';
import { plural } from '../plural';
import { NARRATIVE_WORDS, type NarrativeField, textBlocks } from './narrative';
import type { ReportBlock, ReportDocument } from './report-document';
import type { FigureGroup, RankedFigure, StakeholderFigures } from './stakeholder-figures';

const heading = (text: string, level: 1 | 2 = 1): ReportBlock => ({ kind: 'heading', level, text });
const paragraph = (text: string): ReportBlock => ({ kind: 'paragraph', text });
const sentence = (text: string): string => {
  const whole = `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
  return /[.!?]$/.test(whole) ? whole : `${whole}.`;
};
const count = (value: number): string => value.toLocaleString('en-GB');

/** The stakeholder report of an academic year: its figures in words, charts and tables, and the head's texts. */
export function composeStakeholder(figures: StakeholderFigures): ReportDocument {
  const { academicYear, asOf, hubName, regionName, narrative } = figures;
  const where = regionName === null ? 'all regions' : regionName;
  return {
    title: narrative.title.trim() || `School visits in ${academicYear}`,
    subtitle: `${hubName.charAt(0).toUpperCase()}${hubName.slice(1)}, academic year ${academicYear}, ${where}, as of ${formatDay(asOf)}`,
    author: hubName,
    blocks: [
      ...written(figures, 'introduction'),
      ...atAGlance(figures),
      ...written(figures, 'highlights'),
      ...visits(figures),
      ...regions(figures),
      ...coverage(figures),
      ...backlog(figures),
      ...outcomes(figures),
      ...needs(figures),
      ...written(figures, 'challenges'),
      ...written(figures, 'nextSteps'),
      ...howCounted(figures),
    ],
  };
}

function written({ narrative }: StakeholderFigures, field: NarrativeField): ReportBlock[] {
  const blocks = textBlocks(narrative[field]);
  if (blocks.length === 0) return [];
  return [
    heading(NARRATIVE_WORDS[field]),
    ...blocks.map((block): ReportBlock =>
      'items' in block ? { kind: 'list', items: block.items } : paragraph(block.paragraph),
    ),
  ];
}

function atAGlance(figures: StakeholderFigures): ReportBlock[] {
  const { target, visits, surveys, cycle, schoolsVisited, notVisitedInThreeYears } = figures;
  return [
    heading('At a glance'),
    {
      kind: 'figures',
      items: [
        { value: `${count(visits)} of ${count(target)}`, label: 'visits made' },
        { value: count(schoolsVisited), label: 'different schools visited' },
        { value: `${count(surveys.submitted)} of ${count(surveys.target)}`, label: 'surveys' },
        {
          value: `${count(cycle.schoolsCovered)} of ${count(cycle.schoolsInScope)}`,
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

function visits(figures: StakeholderFigures): ReportBlock[] {
  const { series, asOf, target } = figures;
  const title = `Visits made: ${paceInWords(figures)}`;
  const points = (of: (one: (typeof series)[number]) => number | null) =>
    series.map((one) => ({ x: toSerial(one.day), y: of(one) }));
  const months = series.filter(
    ({ day }, at) =>
      day === asOf || at === 0 || monthOf(day) !== monthOf((series[at - 1] as { day: Day }).day),
  );
  const shown = (value: number | null) => (value === null ? '–' : count(Math.round(value)));
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

function regions(figures: StakeholderFigures): ReportBlock[] {
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
        words: `${count(made)} of ${count(target)}`,
      })),
    },
    {
      kind: 'table',
      caption: 'Figures by region',
      head: ['Region', 'Visits', 'Target', 'Expected', 'Surveys', 'Covered', 'In scope'],
      rows: all.map((one) => [
        one.label,
        ...[one.visits, one.target, Math.round(one.expectedByToday), one.surveys].map(count),
        ...[one.covered, one.schoolsInScope].map(count),
      ]),
    },
  ];
}

function coverage(figures: StakeholderFigures): ReportBlock[] {
  const { cycle, bands, phases, types, districts } = figures;
  const meals = mealsInWords(
    mealsFinding(bands.map(({ key, covered, schoolsInScope: of }) => ({ key, part: covered, of }))),
  );
  const left = `${count(cycle.schoolsBooked)} more are booked, ${count(cycle.schoolsNeither)} are neither covered nor booked`;
  return [
    heading('Coverage of the three-year cycle'),
    paragraph(
      `Of ${plural(cycle.schoolsInScope, 'school')} in scope ${count(cycle.schoolsCovered)} were visited in the cycle that began in ${cycle.startsIn} and ends on ${formatDay(cycle.closesOn)}; ${left}. ${sentence(cycle.slackInWords)}`,
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
        of === 0 ? 'no schools' : `${shareInWords({ part, of })}: ${count(part)} of ${count(of)}`,
    })),
  };
}

const groupTable = (caption: string, head: string, groups: FigureGroup[]): ReportBlock => ({
  kind: 'table',
  caption,
  head: [head, 'In scope', 'Covered', 'Visits in the year', 'Surveys', 'Not in three years'],
  rows: groups.map((one) => [
    one.label,
    ...[one.schoolsInScope, one.covered, one.visits, one.surveys].map(count),
    count(one.notVisitedInThreeYears),
  ]),
});

function backlog({ backlog: points, notVisitedInThreeYears }: StakeholderFigures): ReportBlock[] {
  const first = points[0];
  const change = notVisitedInThreeYears - (first?.schools ?? notVisitedInThreeYears);
  const moved =
    change === 0
      ? 'as many as at the start of the year'
      : `${count(Math.abs(change))} ${change < 0 ? 'fewer' : 'more'} than at the start of the year`;
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
        words: count(schools),
      })),
    },
  ];
}

function outcomes({ outcomes: of }: StakeholderFigures): ReportBlock[] {
  const words: [string, number][] = [
    ['Held', of.held],
    ['Cancelled by the school', of.cancelledBySchool],
    ['Cancelled by the hub', of.cancelledByHub],
    ['Not held', of.notHeld],
    ['Nobody has said yet', of.unlogged],
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
      rows: words.map(([label, value]) => [label, count(value)]),
    },
    ...(of.reasons.length === 0
      ? []
      : [
          {
            kind: 'table' as const,
            caption: 'Reasons, the most frequent first',
            head: ['Reason', 'What became of it', 'Visits'],
            rows: of.reasons.map((one) => [
              one.reason,
              reason.get(one.outcome) ?? one.outcome,
              count(one.visits),
            ]),
          },
        ]),
  ];
}

/** As many of each list as a board reads. */
const MOST_NEEDS = 8;

function needs({ needs: told }: StakeholderFigures): ReportBlock[] {
  const lists: [string, RankedFigure[]][] = [
    ['What visitors found to be needed', told.needs],
    ['What is in the way, as schools say', told.barriers],
    ['What schools would like', told.wanted],
  ];
  const ranked = lists.flatMap(([title, list]): ReportBlock[] =>
    list.length === 0
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
              .map(({ label, schools }) => ({ label, value: schools, words: count(schools) })),
          },
        ],
  );
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

function howCounted({ madeOn, notes }: StakeholderFigures): ReportBlock[] {
  return [
    heading('How the figures are counted'),
    {
      kind: 'list',
      items: [
        'A visit counts when it was made; cancelled, planned and not held visits do not. Visits and different schools are two figures.',
        'A school that followed another keeps the visits of the one before.',
        'The forecast carries the pace so far on to the end of the year; four times in five the year ends inside the range.',
        ...notes,
        `Counted on ${formatDay(madeOn)}.`,
      ],
    },
  ];
}
