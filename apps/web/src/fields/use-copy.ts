import { useRef, useState } from 'react';

/**
 * Copies a text to the clipboard; where the browser does not allow that, its field is marked, ready for
 * the keys.
 */
export function useCopy(text: string) {
  const input = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState<boolean | null>(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
    } catch {
      // Browsers allow it on secure pages only.
      input.current?.focus();
      input.current?.select();
      setCopied(false);
    }
  };
  return {
    copy: () => void copy(),
    /** What has been done, in words; empty before. */
    said:
      copied === null
        ? ''
        : copied
          ? 'Copied.'
          : 'Press Ctrl+C, or Cmd+C on a Mac, to copy what is marked.',
    /** Of the field that shows the text. */
    field: {
      inputRef: input,
      slotProps: { htmlInput: { readOnly: true } },
      onFocus: ({ target }: { target: HTMLInputElement | HTMLTextAreaElement }) => target.select(),
    },
  };
}
