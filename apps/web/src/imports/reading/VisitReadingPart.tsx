import Box from '@mui/material/Box';
import Alert from '@mui/material/Alert';
import Typography from '@mui/material/Typography';
import type { Import } from '@tracker/contract';
import { Failure } from '../../layout/Failure';
import { Waiting } from '../../layout/Waiting';
import { QuestionsPart } from './QuestionsPart';
import { RowsPart } from './RowsPart';
import { RunButton } from './RunButton';
import { SheetsPart } from './SheetsPart';
import { useReading } from './use-reading';
import { VisitorsPart } from './VisitorsPart';

/** What was made of a file of visits, and everything that can be put right before it is imported. */
export function VisitReadingPart({ record }: { record: Import }) {
  const { data, error, refetch } = useReading(record.id, record.version);
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Waiting words="Loading what was read…" />;
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      {data.notices.length > 0 && (
        <Alert severity="warning">
          {data.notices.map((notice) => (
            <Typography key={notice} variant="body2">
              {notice}
            </Typography>
          ))}
        </Alert>
      )}
      <QuestionsPart reading={data} />
      <SheetsPart key={data.version} reading={data} />
      {data.visitors.length > 0 && <VisitorsPart reading={data} />}
      <RowsPart reading={data} />
      <RunButton reading={data} />
    </Box>
  );
}
