export const schoolPath = (schoolId: string) => `/schools/${encodeURIComponent(schoolId)}/show`;
