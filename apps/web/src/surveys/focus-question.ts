/** Puts the focus on what answers a question: of choices on the chosen one, else the first. */
export function focusQuestion(within: HTMLElement | null, key: string): void {
  const field = within?.querySelector(`[data-question="${key}"]`);
  const input =
    field?.querySelector<HTMLElement>('input:checked') ??
    field?.querySelector<HTMLElement>('input, textarea');
  input?.focus();
}
