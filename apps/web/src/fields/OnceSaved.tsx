import { useEffect } from 'react';
import { useFormState } from 'react-hook-form';

/**
 * Leaves a form that was saved. Not before the form knows that it was: until then it would warn of
 * unsaved changes.
 */
export function OnceSaved({ saved, onLeave }: { saved: boolean; onLeave: () => void }) {
  const { isSubmitSuccessful } = useFormState();
  const leave = saved && isSubmitSuccessful;
  useEffect(() => {
    if (!leave) return;
    // The form's own effects of this moment come first.
    const timer = setTimeout(onLeave);
    return () => clearTimeout(timer);
    // Once is enough, whatever the parent renders meanwhile.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [leave]);
  return null;
}
