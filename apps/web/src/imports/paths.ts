export const importPath = (id: string) => `/imports/${encodeURIComponent(id)}/show`;
