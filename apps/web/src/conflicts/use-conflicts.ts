import { createContext, useCallback, useContext } from 'react';
import { staleRecordOf } from '../providers/problems';
import { sameValue, type Conflict, type ConflictField } from './conflict';
import type { Overtaken } from './overtaken';

/** The chosen value of every field, by its name. */
export type Chosen = Record<string, unknown>;

/** Asks which of two versions to keep; null when the person goes back to the form. */
export const AskConflict = createContext<(conflict: Conflict) => Promise<Chosen | null>>(() =>
  Promise.resolve(null),
);

/** Asks whether to go on although somebody else changed the record. */
export const AskOvertaken = createContext<(question: Overtaken) => Promise<boolean>>(() =>
  Promise.resolve(false),
);

/** A field that may differ, without the two values. */
export type FieldWords = Pick<ConflictField, 'name' | 'label' | 'inWords' | 'together'>;

interface Save<V extends object, R> {
  title: string;
  fields: readonly FieldWords[];
  values: V;
  /** The values the form started from, to tell what the person changed. */
  original?: Readonly<Record<string, unknown>>;
  version: number;
  save: (values: V, version: number) => Promise<R>;
  /** Why the record as it is now can no longer be saved, whichever version is chosen; a sentence. */
  impossible?: (current: Readonly<Record<string, unknown>>) => string | null;
}

/**
 * Saves; when somebody else saved first, shows both versions and saves what the person chose on
 * top of theirs. Resolves to `false` when the person would rather go back to the form.
 */
export function useSaveWithConflicts() {
  const ask = useContext(AskConflict);
  return useCallback(
    async <V extends object, R>(wish: Save<V, R>) => {
      const { title, fields, original, save, impossible } = wish;
      let wanted = wish.values;
      let from = wish.version;
      for (;;) {
        try {
          return await save(wanted, from);
        } catch (error) {
          const current = staleRecordOf(error);
          if (!current) throw error;
          const obstacle = impossible?.(current);
          if (obstacle) throw new Error(obstacle, { cause: error });
          const mine = Object.fromEntries(Object.entries(wanted)) as Record<string, unknown>;
          const chosen = await ask({
            title,
            fields: fields.map((field) => ({
              ...field,
              mine: mine[field.name],
              theirs: current[field.name],
              untouched: original && sameValue(mine[field.name], original[field.name]),
            })),
          });
          if (!chosen) return false as const;
          wanted = { ...wanted, ...chosen };
          from = Number(current.version);
        }
      }
    },
    [ask],
  );
}
