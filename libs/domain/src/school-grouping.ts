/** By what schools are grouped that may not be known of one. */
export const SCHOOL_GROUPINGS = ['region', 'district', 'phase', 'establishmentType'] as const;
export type SchoolGrouping = (typeof SCHOOL_GROUPINGS)[number];
