import type { PlanFactsOfSchool } from '@tracker/contract';
import { factInCell, PLAN_FACT_COLUMNS } from '@tracker/domain';
import { type ExportedColumn, listExport } from '../exports/exported-list';

type Column = ExportedColumn<PlanFactsOfSchool>;

const FACTS = Object.fromEntries(
  PLAN_FACT_COLUMNS.map((column): [string, Column] => [
    column.key,
    [
      column.heading,
      column.kind,
      ({ facts, priorities }) =>
        column.field === 'priorities' && priorities.length > 0
          ? priorities.map(({ text }) => text).join('; ')
          : factInCell(column, facts),
    ],
  ]),
);

export const PLAN_FACT_EXPORT = listExport<PlanFactsOfSchool, 'plan-facts'>({
  list: 'plan-facts',
  title: 'What plans say',
  columns: {
    urn: ['URN', 'number', (row) => row.urn],
    schoolName: ['School', 'text', (row) => row.schoolName],
    regionId: ['Region', 'text', (row, regionName) => regionName(row.regionId)],
    phase: ['Phase', 'text', (row) => row.phase],
    fsmPercent: ['Free school meals, per cent', 'number', (row) => row.fsmPercent],
    ofSchoolName: ['Plan of', 'text', (row) => row.ofSchoolName],
    ...FACTS,
  },
});
