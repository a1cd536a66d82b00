import type { Visit } from '@tracker/contract';

/** A school that followed the closed one at which a visit is planned. */
export type Successor = Visit['successors'][number];

/** Its name, told apart from the closed school's where an academy kept the name. */
export function successorName(visit: Visit, { name }: Successor): string {
  return name === visit.schoolName ? `the new ${name}` : name;
}
