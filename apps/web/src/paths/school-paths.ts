export const briefPath = (schoolId: string) => `/schools/${encodeURIComponent(schoolId)}/brief`;

export const schoolPath = (schoolId: string) => `/schools/${encodeURIComponent(schoolId)}/show`;
