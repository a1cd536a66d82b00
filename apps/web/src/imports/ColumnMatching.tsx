import { useEffect, useState } from 'react';
import { useDataProvider } from 'react-admin';
import { useQuery } from '@tanstack/react-query';
import Alert from '@mui/material/Alert';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import type { VisitSheetField, VisitSheetPreview } from '@tracker/contract';
import { Failure } from '../layout/Failure';
import { Section } from '../layout/Section';
import { Waiting } from '../layout/Waiting';
import type { TrackerDataProvider } from '../providers/data-provider';
import { FieldSelects } from './FieldSelects';
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

/** Why a matching cannot be used yet; null when it can. */
function missing({ visitedOn, urn, schoolName }: Matching['mapping']): string | null {
  if (visitedOn === undefined) return 'Say which column has the date of the visit.';
  if (urn === undefined && schoolName === undefined) {
    return 'Say which column has the school: its URN or its name.';
  }
  return null;
}

/** Shows how the columns were understood, with the first rows, and lets people put it right. */
export function ColumnMatching({ file, onChange }: ColumnMatchingProps) {
  const dataProvider = useDataProvider<TrackerDataProvider>();
  const [headerLine, setHeaderLine] = useState<number | undefined>();
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['imports', 'columns', file.name, file.size, file.lastModified, headerLine],
    queryFn: () => dataProvider.previewVisitSheet(file, headerLine),
    staleTime: Infinity,
    retry: false,
  });
  return (
    <Section title="Which column is which?">
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {isPending && <Waiting words="Reading the columns…" />}
      {data && (
        <Match
          key={data.headerLine}
          preview={data}
          onChange={onChange}
          onHeaderLine={setHeaderLine}
        />
      )}
    </Section>
  );
}

interface MatchProps {
  preview: VisitSheetPreview;
  onChange: ColumnMatchingProps['onChange'];
  onHeaderLine: (line: number) => void;
}

function Match({ preview, onChange, onHeaderLine }: MatchProps) {
  const [mapping, setMapping] = useState(preview.mapping);
  const problem = missing(mapping);
  useEffect(() => {
    onChange(problem === null ? { mapping, headerLine: preview.headerLine } : null);
    // The parent's function is a new one with each render and says nothing new.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [mapping, problem, preview.headerLine]);
  return (
    <>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        This is how the tracker understands your spreadsheet. Put right what it got wrong; a field
        you leave open is not read.
      </Typography>
      <TextField
        label="Line of the column names"
        type="number"
        defaultValue={preview.headerLine}
        onBlur={(event) => {
          const line = Number(event.target.value);
          if (Number.isInteger(line) && line > 0) onHeaderLine(line);
        }}
        slotProps={{ htmlInput: { min: 1 } }}
        sx={{ maxWidth: 220, mt: 2 }}
      />
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
