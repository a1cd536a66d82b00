import { useEffect, useState } from 'react';
import { useDataProvider } from 'react-admin';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import Alert from '@mui/material/Alert';
import Typography from '@mui/material/Typography';
import type { VisitSheetField, VisitSheetPreview } from '@tracker/contract';
import { Failure } from '../layout/Failure';
import { Section } from '../layout/Section';
import { Waiting } from '../layout/Waiting';
import type { TrackerDataProvider } from '../providers/data-provider';
import { FieldSelects } from './FieldSelects';
import { HeaderLineInput } from './HeaderLineInput';
import { missingInWords, refusalInWords } from './matching-words';
import { SampleRows } from './SampleRows';

/** How the spreadsheet is to be read. */
export interface Matching {
  mapping: Partial<Record<VisitSheetField, number>>;
  headerLine: number;
}

interface ColumnMatchingProps {
  file: File;
  /** Null while something necessary is missing. */
  onChange: (matching: Matching | null) => void;
}

/** Shows how the columns were understood, with the first rows, and lets people put it right. */
export function ColumnMatching({ file, onChange }: ColumnMatchingProps) {
  const dataProvider = useDataProvider<TrackerDataProvider>();
  const [asked, setAsked] = useState<number | undefined>();
  const [read, setRead] = useState<VisitSheetPreview | null>(null);
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['imports', 'columns', file.name, file.size, file.lastModified, asked],
    queryFn: () => dataProvider.previewVisitSheet(file, asked),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    retry: false,
  });
  // The last that could be read stays, whatever line is asked for next.
  if (data && data !== read) setRead(data);
  return (
    <Section title="Which column is which?">
      {error && !read && <Failure error={error} onRetry={() => void refetch()} />}
      {!error && !read && <Waiting words="Reading the columns…" />}
      {read && (
        <Match
          preview={read}
          refusal={error ? refusalInWords(error, asked, read.headerLine) : null}
          busy={isFetching}
          onChange={onChange}
          onHeaderLine={setAsked}
        />
      )}
    </Section>
  );
}

interface MatchProps {
  preview: VisitSheetPreview;
  refusal: string | null;
  busy: boolean;
  onChange: ColumnMatchingProps['onChange'];
  onHeaderLine: (line: number) => void;
}

const sameHeader = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((title, i) => title === b[i]);

function Match({ preview, refusal, busy, onChange, onHeaderLine }: MatchProps) {
  const [matched, setMatched] = useState({ header: preview.header, mapping: preview.mapping });
  // What a person put right holds for as long as the columns are the same.
  const { mapping } = sameHeader(matched.header, preview.header) ? matched : preview;
  const setMapping = (chosen: Matching['mapping']) =>
    setMatched({ header: preview.header, mapping: chosen });
  const problem = missingInWords(mapping);
  const usable = problem === null && refusal === null && !busy;
  useEffect(() => {
    onChange(usable ? { mapping, headerLine: preview.headerLine } : null);
    // The parent's function is a new one with each render and says nothing new.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [mapping, usable, preview.headerLine]);
  return (
    <>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        This is how the tracker understands your spreadsheet. Put right what it got wrong; a field
        you leave open is not read.
      </Typography>
      {preview.sheet !== null && (
        <Typography sx={{ mt: 1 }}>
          Reading the sheet <strong>{preview.sheet}</strong> of the workbook.
        </Typography>
      )}
      <HeaderLineInput line={preview.headerLine} refusal={refusal} onChange={onHeaderLine} />
      <FieldSelects header={preview.header} mapping={mapping} onChange={setMapping} />
      {problem && (
        <Alert severity="warning" sx={{ my: 1 }}>
          {problem}
        </Alert>
      )}
      <SampleRows preview={preview} mapping={mapping} />
    </>
  );
}
