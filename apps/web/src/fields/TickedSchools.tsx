import type { ReactNode } from 'react';
import type { School } from '@tracker/contract';
import { TickedRecords } from './TickedRecords';

interface TickedSchoolsProps {
  ids: readonly string[];
  onFailed: () => void;
  children: (schools: { id: string; name: string }[]) => ReactNode;
}

/** What is done with ticked schools, once all of them are known by name. */
export function TickedSchools({ children, ...rest }: TickedSchoolsProps) {
  return (
    <TickedRecords<School> resource="schools" one="school" {...rest}>
      {(schools) => children(schools.map(({ id, name }) => ({ id, name })))}
    </TickedRecords>
  );
}
