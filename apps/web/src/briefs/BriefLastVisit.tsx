import Typography from '@mui/material/Typography';
import type { Visit } from '@tracker/contract';
import { Section } from '../layout/Section';
import { whenInWords } from '../visits/visit-words';

/** What came of the last visit, a predecessor's too. */
export function BriefLastVisit({ visit }: { visit: Visit | null }) {
  if (!visit) {
    return (
      <Section title="Last visit">
        <Typography>Never visited.</Typography>
      </Section>
    );
  }
  const { outcome, visitorName, schoolName } = visit;
  const lines = [
    ['Met with', outcome?.metWith],
    ['Strengths', outcome?.strengths],
    ['Needs', outcome?.needs],
    ['Engagement', outcome?.engagementReason],
  ].filter((line): line is [string, string] => Boolean(line[1]));
  return (
    <Section title="Last visit">
      <Typography sx={{ fontWeight: 650 }}>
        {whenInWords(visit)}
        {visitorName && `, ${visitorName}`}, {schoolName}
      </Typography>
      <Typography className="brief-long" sx={TEXT}>
        {outcome?.summary ?? 'Nothing was written down.'}
      </Typography>
      {lines.map(([name, text]) => (
        <Typography key={name} sx={TEXT}>
          <b>{name}:</b> {text}
        </Typography>
      ))}
    </Section>
  );
}

const TEXT = { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', mt: 0.5 } as const;
