import type {
  Import,
  ImportDecision,
  ImportFinding,
  ImportFindingKind,
  ImportKind,
} from '@tracker/contract';
import { call } from './http';

/** A file on its way in and how it is to be read. */
export interface NewImport {
  file: File;
  kind: ImportKind;
  dryRun: boolean;
  /** Only for a register: codes of the local authorities to take, all when left out. */
  la?: string;
}

export interface ImportVerbs {
  startImport(request: NewImport): Promise<Import>;
  /** Imports for real what a dry run has looked at; the new import. */
  applyImport(id: string): Promise<Import>;
  /** Gives up an import that has not finished. */
  stopImport(id: string): Promise<Import>;
  undoImport(id: string): Promise<Import>;
  /** What an import found in a register, the first 1,000 of these kinds. */
  importFindings(
    id: string,
    kinds: readonly ImportFindingKind[],
    signal?: AbortSignal,
  ): Promise<ImportFinding[]>;
  /** Closes or keeps schools that the register no longer has, or takes that back. */
  decideOnImport(id: string, decision: ImportDecision): Promise<Import>;
}

export const importVerbs: ImportVerbs = {
  startImport: async ({ file, kind, dryRun, la }) => {
    const form = new FormData();
    // Fields first: a server that reads the stream knows what is coming before the file does.
    form.append('kind', kind);
    form.append('dryRun', String(dryRun));
    if (la) form.append('la', la);
    form.append('file', file);
    return (await call<Import>('/api/imports', { method: 'POST', body: form })).json;
  },
  applyImport: async (id) =>
    (await call<Import>(`/api/imports/${id}/apply`, { method: 'POST' })).json,
  stopImport: async (id) =>
    (await call<Import>(`/api/imports/${id}/stop`, { method: 'POST' })).json,
  undoImport: async (id) =>
    (await call<Import>(`/api/imports/${id}/undo`, { method: 'POST' })).json,
  importFindings: async (id, kinds, signal) => {
    const query = new URLSearchParams({
      filter: JSON.stringify({ kind: kinds }),
      range: '[0,999]',
    });
    return (await call<ImportFinding[]>(`/api/imports/${id}/findings?${query}`, { signal })).json;
  },
  decideOnImport: async (id, decision) => {
    const body = JSON.stringify(decision);
    return (await call<Import>(`/api/imports/${id}/decisions`, { method: 'POST', body })).json;
  },
};
