/**
 * What happens to a visit, each kept with who, when and why. `moved` is the visit itself going to
 * the school that followed a closed one; another day is `rescheduled`. `imported` came from a list.
 */
export const VISIT_EVENT_KINDS = [
  'imported',
  'proposed',
  'scheduled',
  'rescheduled',
  'confirmed',
  'cancelled',
  'not_held',
  'completed',
  'corrected',
  'moved',
] as const;
export type VisitEventKind = (typeof VISIT_EVENT_KINDS)[number];
