import type { MailWording } from './default-templates';
import type { TemplateKind } from './kinds';
import { placeholdersOf } from './placeholders';

/** One thing that is wrong with a template. */
export interface WordingFault {
  field: 'subject' | 'body';
  message: string;
}

export const LONGEST_SUBJECT = 200;
export const LONGEST_BODY = 10_000;

const PLACEHOLDER = /\{\{\s*([^{}]*?)\s*\}\}/g;

/** What is wrong with a hub's wording of a kind of mail; empty when it can be used. */
export function wordingFaults(kind: TemplateKind, { subject, body }: MailWording): WordingFault[] {
  const faults: WordingFault[] = [];
  const known = placeholdersOf(kind).map(({ name }) => name);
  const fields = { subject, body };
  for (const field of ['subject', 'body'] as const) {
    const text = fields[field];
    const what = field === 'subject' ? 'subject' : 'text';
    const longest = field === 'subject' ? LONGEST_SUBJECT : LONGEST_BODY;
    const add = (message: string) => faults.push({ field, message });
    if (text.trim() === '') add(`Write a ${what}.`);
    if (text.length > longest) {
      add(`The ${what} has at most ${longest.toLocaleString('en-GB')} characters.`);
    }
    if (field === 'subject' && /[\r\n]/.test(text)) add('The subject is one line.');
    const unknown = [...text.matchAll(PLACEHOLDER)].flatMap(([, name = '']) =>
      known.includes(name) ? [] : [name],
    );
    if (unknown.length > 0) {
      const names = [...new Set(unknown)].map((name) => `{{${name}}}`).join(', ');
      const choice = known.map((name) => `{{${name}}}`).join(', ');
      add(`There is no placeholder ${names} here; there are ${choice}.`);
    } else if (/\{\{|\}\}/.test(text.replace(PLACEHOLDER, ''))) {
      add(
        `A placeholder of the ${what} is not closed; write {{school}} with two braces each side.`,
      );
    }
  }
  return faults;
}

/**
 * Puts the values in. The subject becomes one line and nothing in either can end a header: control
 * characters go. A value's own braces stay as they are and are not read as placeholders.
 *
 * @param values by name; a placeholder without one stays as it is
 */
export function writeOut(
  { subject, body }: MailWording,
  values: Readonly<Record<string, string>>,
): MailWording {
  const put = (text: string) =>
    text.replace(PLACEHOLDER, (whole, name: string) =>
      Object.hasOwn(values, name) ? (values[name] as string) : whole,
    );
  return { subject: oneLine(put(subject)), body: plainText(put(body)) };
}

/** One line without control characters: fit for a header. */
export function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
}

/** Text with line breaks and nothing else that is not printed. */
function plainText(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n');
  return lines.replace(/[^\P{Cc}\n]+/gu, ' ').trim();
}
