/** Whose answers and outcomes are summed up; all of them optional, together they narrow. */
export interface SchoolGroupQuery {
  academicYear?: string;
  regionId?: string;
  phase?: string;
  fsmBand?: string;
}
