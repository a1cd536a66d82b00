export const planDocumentPath = (id: string) => `/plan-documents/${encodeURIComponent(id)}/show`;

/** Where a plan is captured: of a school, or of one that is still to be chosen. */
export const capturePath = (schoolId?: string) =>
  schoolId === undefined
    ? '/plan-documents/create'
    : `/plan-documents/create?${new URLSearchParams({ schoolId })}`;
