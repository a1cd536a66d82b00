import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router-dom';
import type { SurveyText } from '@tracker/contract';
import { DayText } from '../fields/texts';
import { TextLabels } from '../labels/TextLabels';
import { call } from '../providers/call';

/** One school's text with its labels. */
export function SurveyTextItem({ text }: { text: SurveyText }) {
  const { schoolName, regionId, tags, responseId, questionKey } = text;
  const labelled = {
    ...{ of: schoolName, regionId, tags },
    add: (label: string, idempotencyKey: string) =>
      call('POST /api/tagged-answers', {
        body: { responseId, questionKey, label },
        idempotencyKey,
      }),
    remove: (id: string) => call('DELETE /api/tagged-answers/{id}', { id }),
  };
  return (
    <Box component="li" sx={{ py: 1.25, borderTop: 1, borderColor: 'divider' }}>
      <Typography variant="body2">
        <Link component={RouterLink} to={`/schools/${text.id}/show`}>
          {schoolName}
        </Link>
        {text.writtenAs && ` (as ${text.writtenAs})`}, <DayText day={text.answeredOn} />
      </Typography>
      <Typography sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{text.text}</Typography>
      <TextLabels text={labelled} />
    </Box>
  );
}
