import { lazy, Suspense } from 'react';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router-dom';
import type { PlanDocumentReading } from '@tracker/contract';
import { checkPlanAddress, formatDay, planYearsInWords } from '@tracker/domain';
import { saveFile } from '../fields/save-export';
import { instantInWords } from '../fields/texts';
import {
  documentName,
  FORMAT_WORDS,
  REJECT_WORDS,
  DOCUMENT_STATUS_TONES,
  DOCUMENT_STATUS_WORDS,
} from '../fields/plan-document-words';
import { ToneChip } from '../fields/ToneChip';
import { useDownload } from '../fields/use-download';
import { PageHeading } from '../layout/PageHeading';
import { planDocumentPath } from '../paths/plan-paths';
import { schoolPath } from '../paths/school-paths';
import { callForFile } from '../providers/call';

const RejectDialog = lazy(() => import('./RejectDialog'));

interface DocumentHeadingProps {
  document: PlanDocumentReading;
  mayWrite: boolean;
  /** Null where there is nothing to correct. */
  onCorrect: (() => void) | null;
  onRejected: () => void;
  rejecting: boolean;
  onRejecting: (rejecting: boolean) => void;
}

/** Of which school it is, where it came from, how it stands. */
export function DocumentHeading(props: DocumentHeadingProps) {
  const { document, mayWrite, onCorrect, onRejected, rejecting, onRejecting } = props;
  const { status, schoolId, schoolName, format, capturedAt, capturedByName } = document;
  const mayReject = mayWrite && (status === 'to_confirm' || status === 'confirmed');
  return (
    <PageHeading
      title={`Plan of ${schoolName}`}
      actions={
        <>
          {mayWrite && onCorrect && (
            <Button variant="outlined" onClick={onCorrect}>
              Correct the plan
            </Button>
          )}
          {mayReject && (
            <Button variant="outlined" color="error" onClick={() => onRejecting(true)}>
              Reject…
            </Button>
          )}
        </>
      }
    >
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, mt: 0.5 }}>
        <ToneChip tone={DOCUMENT_STATUS_TONES[status]} label={DOCUMENT_STATUS_WORDS[status]} />
        <Typography variant="body2" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
          {documentName(document)}
          {format && document.fileName && `, ${FORMAT_WORDS[format]}`} · captured{' '}
          {instantInWords(capturedAt)} by {capturedByName}
        </Typography>
      </Box>
      <Decided document={document} />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2 }}>
        <Link component={RouterLink} to={schoolPath(schoolId)} variant="body2" sx={WAY}>
          {schoolName}
        </Link>
        <Address address={document.address} />
        {document.hasOriginal && <Original document={document} />}
      </Box>
      <Others document={document} />
      <Suspense fallback={null}>
        {rejecting && (
          <RejectDialog
            document={document}
            onDone={onRejected}
            onClose={() => onRejecting(false)}
          />
        )}
      </Suspense>
    </PageHeading>
  );
}

function Decided({ document }: { document: PlanDocumentReading }) {
  const { status, decidedOn, decidedByName, academicYears, rejectReason, replacedById } = document;
  if (decidedOn === null) return null;
  const by = `${formatDay(decidedOn)}${decidedByName ? ` by ${decidedByName}` : ''}`;
  return (
    <Typography sx={{ mt: 0.5 }}>
      {status === 'rejected'
        ? `Rejected ${by}: ${REJECT_WORDS[rejectReason ?? 'not_a_plan'].toLowerCase()}.`
        : `Confirmed for ${planYearsInWords(academicYears)}, ${by}.`}
      {replacedById && (
        <>
          {' '}
          <Link component={RouterLink} to={planDocumentPath(replacedById)}>
            A later document
          </Link>{' '}
          has taken its place.
        </>
      )}
    </Typography>
  );
}

function Address({ address }: { address: string | null }) {
  if (address === null) return null;
  const to = checkPlanAddress(address).address;
  return to ? (
    <Link href={to} target="_blank" rel="noopener noreferrer" variant="body2" sx={WAY}>
      Where it was found (opens a new tab)
    </Link>
  ) : (
    <Typography variant="body2" sx={WAY}>
      {address}
    </Typography>
  );
}

function Original({ document }: { document: PlanDocumentReading }) {
  const { busy, download } = useDownload();
  const { id, fileName, schoolName } = document;
  const save = () =>
    download(async (signal) => {
      const file = await callForFile('GET /api/plan-documents/{id}/original', { id, signal });
      saveFile(fileName ?? `plan-of-${schoolName}.txt`, file);
    });
  return (
    <Link component="button" type="button" variant="body2" sx={WAY} onClick={() => void save()}>
      {busy ? 'Downloading…' : 'Download the original'}
    </Link>
  );
}

/** Where the same document is on record too, and what it says otherwise than the one before. */
function Others({ document: { sameAt, changes } }: { document: PlanDocumentReading }) {
  return (
    <>
      {sameAt.length > 0 && (
        <Typography variant="body2">
          The same document is on record for{' '}
          {sameAt.map(({ documentId, schoolName }, i) => (
            <span key={documentId}>
              {i > 0 && ', '}
              <Link component={RouterLink} to={planDocumentPath(documentId)}>
                {schoolName}
              </Link>
            </span>
          ))}
          .
        </Typography>
      )}
      {changes.length > 0 && (
        <Box sx={{ mt: 1 }}>
          <Typography variant="body2" sx={{ fontWeight: 650 }}>
            Otherwise than the plan before:
          </Typography>
          <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
            {changes.map((sentence) => (
              <Typography component="li" variant="body2" key={sentence}>
                {sentence}
              </Typography>
            ))}
          </Box>
        </Box>
      )}
    </>
  );
}

const WAY = { display: 'inline-block', py: 0.5, overflowWrap: 'anywhere' } as const;
