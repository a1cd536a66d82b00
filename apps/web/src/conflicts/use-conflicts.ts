import { createContext, useCallback, useContext } from 'react';
import { staleRecordOf } from '../providers/problems';
import { sameValue, type Conflict, type ConflictField } from './conflict';

export type Asker = (conflict: Conflict) => Promise<Record<string, unknown> | null>;

export const AskConflict = createContext<Asker>(() => Promise.resolve(null));

/** A field that may differ, without the two values. */
export type FieldWords = Pick<ConflictField, 'name' | 'label' | 'inWords'>;

interface Save<V extends object, R> {
  title: string;
  fields: readonly FieldWords[];
  values: V;
  /** The values the form started from, to tell what the person changed. */
  original?: Readonly<Record<string, unknown>>;
  version: number;
  save: (values: V, version: number) => Promise<R>;
}

/**
 * Saves; when somebody else saved first, shows both versions and saves what the person chose on
 * top of theirs. Resolves to `false` when the person would rather go back to the form.
 */
export function useSaveWithConflicts() {
  const ask = useContext(AskConflict);
  return useCallback(
    async <V extends object, R>({ title, fields, values, original, version, save }: Save<V, R>) => {
      let wanted = values;
      let from = version;
      for (;;) {
        try {
          return await save(wanted, from);
        } catch (error) {
          const current = staleRecordOf(error);
          if (!current) throw error;
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
