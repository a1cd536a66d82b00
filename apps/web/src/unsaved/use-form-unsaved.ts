import { useFormState } from 'react-hook-form';

/** Whether any field, at whatever depth, is another one than when the form was opened. */
function isAnyDirty(fields: unknown): boolean {
  if (typeof fields !== 'object' || fields === null) return fields === true;
  return Object.values(fields).some(isAnyDirty);
}

/** Whether the form around it holds something typed; while it is being sent, it is on its way. */
export function useFormUnsaved(): { typed: boolean; sending: boolean } {
  const { dirtyFields, isSubmitting } = useFormState();
  return { typed: isAnyDirty(dirtyFields), sending: isSubmitting };
}
