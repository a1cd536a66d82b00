import { useState } from 'react';
import { useNotify } from 'react-admin';
import { useQueryClient } from '@tanstack/react-query';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import Typography from '@mui/material/Typography';
import { mayRunTheHub, type Report } from '@tracker/contract';
import { saveFile } from '../fields/save-export';
import { StopButton } from '../fields/StopButton';
import { instantInWords } from '../fields/texts';
import { ToneChip } from '../fields/ToneChip';
import { useDownload } from '../fields/use-download';
import { sentenceOf } from '../providers/problems';
import { useSignedInUser } from '../providers/use-signed-in-user';
import { MissingInPdf } from './MissingInPdf';
import { REPORTS } from './report-keys';
import {
  nameOfReport,
  periodInWords,
  reportStatusInWords,
  STATUS_TONES,
  STATUS_WORDS,
} from './report-words';
import { isUnderWay } from '../fields/under-way';
import { call, callForFile } from '../providers/call';

/** One file: what it is, how far it is, and what can be done with it. */
export function ReportRow({ report }: { report: Report }) {
  const name = nameOfReport(report);
  return (
    <Box component="li" sx={ROW}>
      <Box sx={{ flex: '1 1 18rem', minWidth: 0 }}>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
          <Typography component="h3" sx={{ fontWeight: 650 }}>
            {name}
          </Typography>
          <ToneChip
            tone={report.expired ? 'quiet' : STATUS_TONES[report.status]}
            label={report.expired ? 'Expired' : STATUS_WORDS[report.status]}
          />
        </Box>
        <Typography variant="body2">{periodInWords(report)}</Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          Asked for {instantInWords(report.createdAt)}
          {report.requestedByName && ` by ${report.requestedByName}`}
        </Typography>
        <Typography variant="body2" role="status">
          {reportStatusInWords(report)}
        </Typography>
        {!report.expired && <MissingInPdf characters={report.missingInPdf} />}
        {isUnderWay(report) && (
          <LinearProgress
            variant={report.status === 'running' ? 'determinate' : 'indeterminate'}
            value={report.progress}
            aria-label={`Progress of the ${name}`}
            sx={{ mt: 1, height: 8, borderRadius: 4, maxWidth: 480 }}
          />
        )}
      </Box>
      <Commands report={report} name={name} />
    </Box>
  );
}

function Commands({ report, name }: { report: Report; name: string }) {
  const user = useSignedInUser();
  const notify = useNotify();
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const file = useDownload();
  const lookAgain = () => queries.invalidateQueries({ queryKey: REPORTS });
  const which = `${name}, ${periodInWords(report)}`;
  const doing = async (work: () => Promise<unknown>) => {
    if (busy) return;
    setBusy(true);
    try {
      await work();
    } catch (error) {
      notify(sentenceOf(error), { type: 'error' });
    } finally {
      setBusy(false);
    }
    await lookAgain();
  };
  const own = user && (report.requestedById === user.id || mayRunTheHub(user));
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
      {report.status === 'done' && !report.expired && (
        <Button
          variant="contained"
          aria-disabled={file.busy}
          aria-label={`Download: ${which}`}
          onClick={() =>
            void file
              .download(async (signal) =>
                saveFile(
                  report.fileName,
                  await callForFile('GET /api/reports/{id}/file', { id: report.id, signal }),
                ),
              )
              .then(lookAgain)
          }
        >
          Download
        </Button>
      )}
      {file.busy && (
        <Button aria-label={`Stop the download: ${which}`} onClick={file.stop}>
          Stop
        </Button>
      )}
      {own && isUnderWay(report) && (
        <StopButton
          words="Stop"
          label={`Stop: ${which}`}
          stop={() => call('POST /api/reports/{id}/stop', { id: report.id })}
          onEnd={lookAgain}
        />
      )}
      {own && (
        <Button
          aria-disabled={busy}
          aria-label={`Remove: ${which}`}
          onClick={() =>
            void doing(async () => {
              await call('DELETE /api/reports/{id}', { id: report.id });
              notify(`${name} removed.`, { type: 'success' });
            })
          }
        >
          Remove
        </Button>
      )}
    </Box>
  );
}

const ROW = {
  ...{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'flex-start', py: 1.5 },
  borderBottom: 1,
  borderColor: 'divider',
  '&:last-of-type': { borderBottom: 0 },
} as const;
