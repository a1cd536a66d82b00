import { useQueryClient } from '@tanstack/react-query';

/** What is shown of visitors' time, and of what follows from it, is asked for anew. */
export function useTimeChanged(): () => Promise<void> {
  const queries = useQueryClient();
  return async () => {
    const parts = ['visitors', 'visitors-time', 'visitor-absences'];
    await Promise.all(parts.map((part) => queries.invalidateQueries({ queryKey: [part] })));
  };
}
