import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router-dom';
import type { PlanDocument } from '@tracker/contract';
import { planYearsInWords } from '@tracker/domain';
import {
  DOCUMENT_STATUS_TONES,
  DOCUMENT_STATUS_WORDS,
  documentName,
} from '../fields/plan-document-words';
import { instantInWords } from '../fields/texts';
import { ToneChip } from '../fields/ToneChip';
import { planDocumentPath } from '../paths/plan-paths';

interface SchoolDocumentsProps {
  schoolId: string;
  documents: readonly PlanDocument[];
}

/** Documents of its plans, the last one captured first; those of the schools it follows as well. */
export function SchoolDocuments({ schoolId, documents }: SchoolDocumentsProps) {
  if (documents.length === 0) return null;
  return (
    <>
      <Typography component="h3" sx={{ fontWeight: 650, mt: 1 }}>
        Documents
      </Typography>
      <Box component="ul" aria-label="Documents of plans" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {documents.map((document) => (
          <Box component="li" key={document.id} sx={ITEM}>
            <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
              <Link component={RouterLink} to={planDocumentPath(document.id)} sx={NAME}>
                {documentName(document)}
              </Link>
              <ToneChip
                tone={DOCUMENT_STATUS_TONES[document.status]}
                label={DOCUMENT_STATUS_WORDS[document.status]}
              />
            </Box>
            <Typography variant="body2" sx={{ color: 'text.secondary' }}>
              {document.academicYears.length > 0 &&
                `${planYearsInWords(document.academicYears)} · `}
              {instantInWords(document.capturedAt)}, {document.capturedByName}
              {document.replacedById && ' · replaced by a later one'}
              {document.schoolId !== schoolId && ` · as ${document.schoolName}`}
            </Typography>
          </Box>
        ))}
      </Box>
    </>
  );
}

const ITEM = { py: 0.75, borderBottom: 1, borderColor: 'divider' } as const;
const NAME = { overflowWrap: 'anywhere' } as const;
