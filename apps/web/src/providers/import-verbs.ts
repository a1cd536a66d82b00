import type {
  Import,
  ImportDecision,
  ImportFinding,
  ImportFindingKind,
  ImportKind,
  VisitSheetField,
  VisitSheetPreview,
} from '@tracker/contract';
import { call } from './http';

/** A file on its way in and how it is to be read. */
export interface NewImport {
  file: File;
  kind: ImportKind;
  dryRun: boolean;
  /** Only for a spreadsheet of visits: field -> index of its column. */
  mapping?: Partial<Record<VisitSheetField, number>>;
  /** Only for a spreadsheet of visits: line of the header row, 1 the first. */
  headerLine?: number;
  /** Only for a register: codes of the local authorities to take, all when left out. */
  la?: string;
}

export interface ImportVerbs {
  startImport(request: NewImport): Promise<Import>;
  /** How a spreadsheet of visits would be read, its header found or on a given line; nothing is stored. */
  previewVisitSheet(file: File, headerLine?: number): Promise<VisitSheetPreview>;
  /** Imports for real what a dry run has looked at; the new import. */
  applyImport(id: string): Promise<Import>;
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
  startImport: async ({ file, kind, dryRun, mapping, headerLine, la }) => {
    const form = new FormData();
    // Fields first: a server that reads the stream knows what is coming before the file does.
    form.append('kind', kind);
    form.append('dryRun', String(dryRun));
    if (mapping) form.append('mapping', JSON.stringify(mapping));
    if (headerLine !== undefined) form.append('headerLine', String(headerLine));
    if (la) form.append('la', la);
    form.append('file', file);
    return (await call<Import>('/api/imports', { method: 'POST', body: form })).json;
  },
  previewVisitSheet: async (file, headerLine) => {
    const form = new FormData();
    if (headerLine !== undefined) form.append('headerLine', String(headerLine));
    form.append('file', file);
    return (await call<VisitSheetPreview>('/api/imports/columns', { method: 'POST', body: form }))
      .json;
  },
  applyImport: async (id) =>
    (await call<Import>(`/api/imports/${id}/apply`, { method: 'POST' })).json,
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
