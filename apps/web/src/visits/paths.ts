export const visitPath = (visitId: string) => `/visits/${encodeURIComponent(visitId)}/show`;

/** The form in which a planned visit is logged. */
export const logPath = (visitId: string) => `/visits/${encodeURIComponent(visitId)}/log`;

/** The form for a visit that was not planned in the tracker. */
export const logNewPath = (schoolId: string) =>
  `/visits/log?schoolId=${encodeURIComponent(schoolId)}`;
