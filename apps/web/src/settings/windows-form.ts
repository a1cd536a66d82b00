import type { PlanningWindow } from '@tracker/domain';
import { listInWords, spanInWords } from '@tracker/domain';

/** A window as a form holds it: no phase is chosen where it is of all. */
export interface WindowRow {
  words: string;
  from: string;
  to: string;
  phases: string[];
}

export const rowsOf = (windows: readonly PlanningWindow[]): WindowRow[] =>
  windows.map(({ words, from, to, phases }) => ({ words, from, to, phases: phases ?? [] }));

export const windowsOf = (rows: readonly WindowRow[]): PlanningWindow[] =>
  rows.map(({ words, from, to, phases }) => ({
    // A day that is left empty has to be refused at its field.
    ...{ words: words ?? '', from: from ?? '', to: to ?? '' },
    phases: phases && phases.length > 0 ? phases : null,
  }));

/** `Schools of every phase`, `Primary and All-through`. */
export const phasesInWords = (phases: readonly string[] | null): string =>
  phases === null ? 'Schools of every phase' : listInWords(phases);

/** `Exam season: Thu 8 May 2025 to Wed 25 Jun 2025. Secondary and All-through`. */
export const windowInWords = (window: PlanningWindow): string =>
  `${window.words}: ${spanInWords(window)}. ${phasesInWords(window.phases)}`;
