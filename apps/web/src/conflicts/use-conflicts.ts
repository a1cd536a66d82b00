import { createContext, useCallback, useContext, useRef } from 'react';
import { useNotify } from 'react-admin';
import { mergeRecords } from '@tracker/domain';
import { staleRecordOf } from '../providers/problems';
import {
  clashesOf,
  takenOverInWords,
  textOfBoth,
  type Conflict,
  type ConflictField,
  type Draft,
  type FieldWords,
} from './conflict';
import type { Overtaken } from './overtaken';

type Values = Readonly<Record<string, unknown>>;

/** The chosen value of every field that clashed, by its name. */
export type Chosen = Record<string, unknown>;

/** Asks which of two versions to keep; null when the person goes back to the form. */
export const AskConflict = createContext<(conflict: Conflict) => Promise<Chosen | null>>(() =>
  Promise.resolve(null),
);

/** Asks whether to go on although somebody else changed the record. */
export const AskOvertaken = createContext<(question: Overtaken) => Promise<boolean>>(() =>
  Promise.resolve(false),
);

interface Save<V extends object, R> {
  title: string;
  fields: readonly FieldWords[];
  values: V;
  /** The values the form was opened with, to tell who changed what. */
  original: Values;
  /** Fields that mean something only together: when each person changed one of them, both are asked for. */
  inseparable?: readonly (readonly string[])[];
  version: number;
  save: (values: V, version: number) => Promise<R>;
  /** The record as it is now, in the shape of the form's values. */
  read?: (current: Values) => Values;
  /** Why the record as it is now can no longer be saved, whichever version is chosen; a sentence. */
  impossible?: (current: Values) => string | null;
  /** What has changed beside the fields and is to be thought of before saving; a sentence. */
  warning?: (current: Values) => string | null;
}

/**
 * Saves. When somebody else saved first, what the two changed is put together field by field: what does
 * not clash is taken over, and the person is told; about what does they are asked. Resolves to
 * `false` when they would rather go back to the form.
 */
export function useSaveWithConflicts() {
  const ask = useContext(AskConflict);
  const notify = useNotify();
  // As long as the form stands: whoever goes back to it finds what they wrote when they return.
  const drafts = useRef(new Map<string, Draft>());
  return useCallback(
    async <V extends object, R>(wish: Save<V, R>) => {
      const { title, fields, save, inseparable, impossible, warning } = wish;
      const read = wish.read ?? ((current: Values) => current);
      let wanted = wish.values;
      let base = wish.original;
      let from = wish.version;
      let takenOver: string | null = null;
      const typed: Values = Object.fromEntries(Object.entries(wish.values));
      for (let round = 1; ; round += 1) {
        try {
          const saved = await save(wanted, from);
          if (takenOver) notify(takenOver, { type: 'info', autoHideDuration: 8000 });
          return saved;
        } catch (error) {
          const current = staleRecordOf(error);
          if (!current) throw error;
          const obstacle = impossible?.(current);
          if (obstacle) throw new Error(obstacle, { cause: error });
          const names = fields.map(({ name }) => name);
          const theirs = read(current);
          const mine: Values = Object.fromEntries(Object.entries(wanted));
          const merged = mergeRecords(names, { base, mine, theirs }, inseparable);
          const conflict: Conflict = {
            title,
            fields: merged.flatMap((field) => {
              const words = fields.find(({ name }) => name === field.name);
              return words ? [{ ...words, ...field }] : [];
            }),
            warning: warning?.(current) ?? null,
            // From the second question on, what was written into it is what is to be saved already.
            together: (field) =>
              textOfBoth(field, round === 1 ? drafts.current.get(field.name) : undefined),
            keepTogether: ({ name, theirs: stored }, text) =>
              drafts.current.set(name, { mine: typed[name], theirs: stored, text }),
          };
          let chosen: Chosen = {};
          if (clashesOf(conflict).length > 0 || conflict.warning) {
            const answer = await ask(conflict);
            if (!answer) return false as const;
            chosen = answer;
          } else {
            takenOver = takenOverInWords(conflict.fields);
          }
          wanted = { ...wanted, ...valuesOf(conflict.fields), ...chosen };
          base = theirs;
          from = Number(current.version);
        }
      }
    },
    [ask, notify],
  );
}

const valuesOf = (fields: readonly ConflictField[]) =>
  Object.fromEntries(fields.map(({ name, value }) => [name, value]));
