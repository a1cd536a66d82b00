import { capital } from '../../capital';
import type { ReportBlock } from '../report-document';

export const heading = (text: string, level: 1 | 2 = 1): ReportBlock => ({
  kind: 'heading',
  level,
  text,
});
export const paragraph = (text: string): ReportBlock => ({ kind: 'paragraph', text });
/** With a capital and a full stop. */
export const sentence = (text: string): string => {
  const whole = `${capital(text)}`;
  return /[.!?]$/.test(whole) ? whole : `${whole}.`;
};
export const figure = (value: number): string => value.toLocaleString('en-GB');
