/** Whose answers and outcomes are summed up; all of them optional, together they narrow. */
export interface SchoolGroupQuery {
  academicYear?: string;
  regionId?: string;
  phase?: string;
  fsmBand?: string;
}

/** A need or a barrier, and how many schools have it. */
export interface RankedNeed {
  key: string;
  label: string;
  /** Distinct schools. */
  schools: number;
}

/** `GET /api/school-needs`: what schools need and what is in their way, the most frequent first. */
export interface SchoolNeeds {
  academicYear: string;
  /** Distinct schools whose visits or answers were read; fewer than five, and nothing is broken down. */
  schools: number;
  tooFew: boolean;
  /** Ticked by visitors in outcomes. */
  needs: RankedNeed[];
  /** Answered by schools in the survey. */
  barriers: RankedNeed[];
  /** What schools said the hub could do or train them in, from the survey's choices. */
  wanted: RankedNeed[];
}
