import { type School, SCHOOL_STATUS_WORDS } from '@tracker/contract';
import { stateInWords } from '@tracker/domain';
import { listExport } from '../exports/exported-list';

export const SCHOOL_EXPORT = listExport<School, 'schools'>({
  list: 'schools',
  title: 'Schools',
  columns: {
    urn: ['URN', 'number', (row) => row.urn],
    name: ['School', 'text', (row) => row.name],
    phase: ['Phase', 'text', (row) => row.phase],
    establishmentType: ['Type', 'text', (row) => row.establishmentType],
    status: ['Status', 'text', (row) => SCHOOL_STATUS_WORDS[row.status]],
    regionId: ['Region', 'text', (row, regionName) => regionName(row.regionId)],
    district: ['District', 'text', (row) => row.district],
    street: ['Street', 'text', (row) => row.street],
    town: ['Town', 'text', (row) => row.town],
    postcode: ['Postcode', 'text', (row) => row.postcode],
    pupils: ['Pupils', 'number', (row) => row.pupils],
    fsmPercent: ['Free school meals, %', 'number', (row) => row.fsmPercent],
    trust: ['Trust', 'text', (row) => row.trust],
    state: ['State', 'text', (row) => (row.state ? stateInWords(row.state) : 'Not in the cycle')],
    lastVisitedOn: ['Last visit', 'day', (row) => row.lastVisitedOn],
    dueOn: ['Due', 'day', (row) => row.dueOn],
    nextVisitOn: ['Booked for', 'day', (row) => row.nextVisitOn],
    notes: ['Notes', 'text', (row) => row.notes],
  },
});
