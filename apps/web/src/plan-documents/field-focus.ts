import type { PlanField } from '@tracker/domain';

export const fieldElementId = (field: PlanField) => `plan-field-${field}`;

/** Once what was pressed is drawn. */
export function focusField(field: PlanField): void {
  requestAnimationFrame(() => document.getElementById(fieldElementId(field))?.focus());
}

/** The field before or after the one that has the focus, as they stand on the screen. */
export function focusBeside(list: HTMLElement, step: 1 | -1): void {
  const all = [...list.querySelectorAll<HTMLElement>('[data-field]')];
  const now = document.activeElement?.closest('li')?.querySelector('[data-field]');
  const at = all.findIndex((one) => one === now);
  all[at < 0 ? 0 : at + step]?.focus();
}
