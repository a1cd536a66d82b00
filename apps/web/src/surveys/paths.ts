export const surveyPath = (surveyId: string) => `/surveys/${encodeURIComponent(surveyId)}`;
