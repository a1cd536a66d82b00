import { type School, SCHOOL_STATUS_WORDS } from '@tracker/contract';
import {
  registerColumn,
  type RegisterKeyIn,
  registerKeysIn,
  stateInWords,
  withRegion,
} from '@tracker/domain';
import { type ExportedColumn, listExport } from '../exports/exported-list';

const REGION: ExportedColumn<School> = [
  'Region',
  'text',
  (row, regionName) => regionName(row.regionId),
];

const REGISTER_COLUMNS = Object.fromEntries(
  withRegion(registerKeysIn('export'), 'regionId').map((key): [string, ExportedColumn<School>] => {
    if (key === 'regionId') return [key, REGION];
    const { heading, kind } = registerColumn(key);
    return [key, [heading, kind, (row) => row[key]]];
  }),
) as Record<RegisterKeyIn<'export'> | 'regionId', ExportedColumn<School>>;

export const SCHOOL_EXPORT = listExport<School, 'schools'>({
  list: 'schools',
  title: 'Schools',
  columns: {
    urn: ['URN', 'number', (row) => row.urn],
    ...REGISTER_COLUMNS,
    status: ['Status', 'text', (row) => SCHOOL_STATUS_WORDS[row.status]],
    state: ['State', 'text', (row) => (row.state ? stateInWords(row.state) : 'Not in the cycle')],
    lastVisitedOn: ['Last visit', 'day', (row) => row.lastVisitedOn],
    dueOn: ['Due', 'day', (row) => row.dueOn],
    nextVisitOn: ['Booked for', 'day', (row) => row.nextVisitOn],
    notes: ['Notes', 'text', (row) => row.notes],
  },
});
