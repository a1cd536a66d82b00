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

/** A number of schools, and whether what they told may be broken down. */
export interface HeardSchools {
  /** Distinct schools; a closed one is its successor. */
  schools: number;
  /** Fewer than five, or others of which there are fewer than five could be worked out from them. */
  tooFew: boolean;
}

/** `GET /api/school-needs`: what schools need and what is in their way, the most frequent first. */
export interface SchoolNeeds {
  academicYear: string;
  /** Distinct schools whose visits or answers were read. */
  schools: number;
  /** Neither visits nor answers may be broken down; all lists are empty. */
  tooFew: boolean;
  /** Schools with a counting visit in the year; `needs` is empty where they are too few. */
  visited: HeardSchools;
  /** Schools that answered the survey; `barriers` and `wanted` are empty where they are too few. */
  answered: HeardSchools;
  /** Ticked by visitors in outcomes. */
  needs: RankedNeed[];
  /** Answered by schools in the survey. */
  barriers: RankedNeed[];
  /** What schools said the hub could do or train them in, from the survey's choices. */
  wanted: RankedNeed[];
}
