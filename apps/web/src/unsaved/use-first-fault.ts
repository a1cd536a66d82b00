import { useEffect, useRef } from 'react';
import { useFormState } from 'react-hook-form';

const FAULTS =
  '[aria-invalid="true"], fieldset.Mui-error input, [role="radiogroup"].Mui-error input';

/** What takes the focus for a field: of a select the part that people see. */
function focusable(field: Element): HTMLElement | null {
  if (!(field instanceof HTMLElement)) return null;
  if (field.getAttribute('aria-hidden') !== 'true') return field;
  return field.parentElement?.querySelector<HTMLElement>('[role="combobox"]') ?? null;
}

/**
 * After a form was refused, focuses the first fault as it stands on the screen; by themselves forms
 * focus the field that came into being first, which in a form that grows is another one.
 *
 * @returns the ref of anything inside the form
 */
export function useFirstFault<E extends Element>() {
  const inside = useRef<E>(null);
  const { submitCount, isSubmitting, errors } = useFormState();
  const answered = useRef(0);
  useEffect(() => {
    if (isSubmitting || submitCount === answered.current) return;
    answered.current = submitCount;
    // What belongs to no field stands above them all and takes the focus itself.
    if (errors.root || Object.keys(errors).length === 0) return;
    const faults = [...(inside.current?.closest('form')?.querySelectorAll(FAULTS) ?? [])];
    faults
      .map(focusable)
      .find((field) => field !== null)
      ?.focus();
  }, [submitCount, isSubmitting, errors]);
  return inside;
}
