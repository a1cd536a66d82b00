import { capital } from '../capital';
import { formatDay } from '../day';
import { NARRATIVE_WORDS, type NarrativeField, textBlocks } from './narrative';
import type { ReportBlock, ReportDocument } from './report-document';
import { heading, paragraph } from './sections/blocks';
import { coverage, regions } from './sections/coverage';
import { plans } from './sections/plans';
import { backlog, needs, outcomes } from './sections/schools';
import { atAGlance, visits } from './sections/visits';
import type { StakeholderFigures } from './stakeholder-figures';

/** The stakeholder report of an academic year: its figures in words, charts and tables, and the head's texts. */
export function composeStakeholder(figures: StakeholderFigures): ReportDocument {
  const { academicYear, asOf, hubName, regionName, narrative } = figures;
  const where = regionName === null ? 'all regions' : regionName;
  return {
    title: narrative.title.trim() || `School visits in ${academicYear}`,
    subtitle: `${capital(hubName)}, academic year ${academicYear}, ${where}, as of ${formatDay(asOf)}`,
    author: hubName,
    blocks: [
      ...written(figures, 'introduction'),
      ...atAGlance(figures),
      ...written(figures, 'highlights'),
      ...visits(figures),
      ...regions(figures),
      ...coverage(figures),
      ...backlog(figures),
      ...plans(figures),
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
