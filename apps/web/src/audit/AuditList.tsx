import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router-dom';
import type { AuditEntry } from '@tracker/contract';
import { useNarrow } from '../layout/use-narrow';
import { CardList } from '../fields/CardList';
import { ExportButton } from '../fields/ExportButton';
import { ListFrame } from '../fields/ListFrame';
import { EntryText } from '../history/EntryText';
import { schoolPath } from '../paths/school-paths';
import { AUDIT_FILTER_WORDS, auditFilters } from './audit-filters';

/** Who did what, and when, in the whole tracker? */
export default function AuditList() {
  const narrow = useNarrow();
  return (
    <Box sx={{ maxWidth: 1100 }}>
      <ListFrame<AuditEntry>
        resource="audit"
        counted={{ one: 'entry', many: 'entries' }}
        title="Audit trail"
        filters={{ inputs: auditFilters(narrow), words: AUDIT_FILTER_WORDS }}
        actions={<ExportButton list="audit" one="entry" many="entries" />}
        sort={{ field: 'at', order: 'DESC' }}
        summary={
          <Typography variant="body2" sx={{ mt: 0.5, color: 'text.secondary' }}>
            Every change, latest first. This record cannot be edited.
          </Typography>
        }
      >
        <CardList<AuditEntry> none="Nothing matches these filters." card={(entry) => card(entry)} />
      </ListFrame>
    </Box>
  );
}

function card(entry: AuditEntry) {
  return (
    <>
      <EntryText entry={entry} />
      {entry.schoolId !== null && entry.schoolName !== null && (
        <Typography variant="body2">
          <Link
            component={RouterLink}
            to={schoolPath(entry.schoolId)}
            sx={{ display: 'inline-block', py: 0.25 }}
          >
            {entry.schoolName}
          </Link>
        </Typography>
      )}
      {entry.source !== null && (
        <Typography variant="caption" component="p" sx={{ color: 'text.secondary' }}>
          Reference {entry.source}
        </Typography>
      )}
    </>
  );
}
