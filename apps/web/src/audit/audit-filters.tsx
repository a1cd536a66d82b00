import { DateInput } from 'react-admin';
import { FilterSearch, FilterSelect } from '../fields/filter-inputs';
import { capital, AUDIT_ACTIONS, AUDIT_ACTORS, AUDITED_RECORDS } from '@tracker/domain';
import type { AuditAction, AuditActor } from '@tracker/domain';
import type { AuditFilter } from '@tracker/contract';
import { type FilterWords, IN_AN_INPUT, NOT_IN_ADDRESSES } from '../fields/FilterChips';
import { StaffInput } from '../fields/inputs';
import { choicesOf } from '../fields/words';

const ACTIONS: Record<AuditAction, string> = {
  created: 'Added',
  changed: 'Changed',
  removed: 'Removed',
  emptied: 'All removed',
  signed_in: 'Signed in',
  sign_in_failed: 'Sign-in failed',
  signed_out: 'Signed out',
  exported: 'Exported',
};

const ACTORS: Record<AuditActor, string> = {
  user: 'Somebody at the website',
  import: 'An import',
  undo: 'Undoing an import',
  job: 'The tracker itself',
  command: 'A command',
  outside: 'Outside the tracker',
};

const RECORDS = Object.entries(AUDITED_RECORDS).map(([id, name]) => ({ id, name: capital(name) }));
const inOrder = <T extends string>(ids: readonly T[], words: Record<T, string>) =>
  choicesOf(Object.fromEntries(ids.map((id) => [id, words[id]])) as Record<T, string>);

export const AUDIT_FILTER_WORDS: FilterWords<AuditFilter> = {
  recordId: NOT_IN_ADDRESSES,
  aboutUser: NOT_IN_ADDRESSES,
  schoolId: NOT_IN_ADDRESSES,
  q: IN_AN_INPUT,
  entity: IN_AN_INPUT,
  action: IN_AN_INPUT,
  userId: IN_AN_INPUT,
  actor: IN_AN_INPUT,
  from: IN_AN_INPUT,
  to: IN_AN_INPUT,
};

export function auditFilters(narrow: boolean) {
  return [
    <FilterSearch key="q" source="q" label="Search the changes" alwaysOn />,
    <FilterSelect
      key="entity"
      source="entity"
      all="All kinds"
      label="Kind of record"
      choices={RECORDS}
      alwaysOn={!narrow}
    />,
    <FilterSelect
      key="action"
      source="action"
      all="All changes"
      label="What was done"
      choices={inOrder(AUDIT_ACTIONS, ACTIONS)}
      alwaysOn={!narrow}
    />,
    <StaffInput key="userId" source="userId" label="Person" emptyText="Everybody" everybody />,
    <FilterSelect
      key="actor"
      source="actor"
      all="All ways in"
      label="Way in"
      choices={inOrder(AUDIT_ACTORS, ACTORS)}
    />,
    <DateInput key="from" source="from" label="From" />,
    <DateInput key="to" source="to" label="To" />,
  ];
}
