export type { CycleHalfTerm, CycleProblem, CycleSchool } from './cycle-problem';
export * from './outline';
export * from './room-of-year';
