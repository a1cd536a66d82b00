import Typography from '@mui/material/Typography';
import { engagementInWords, peopleMetInWords } from '@tracker/domain';
import type { SchoolBrief, VisitOutcome } from '@tracker/contract';
import { Section } from '../layout/Section';
import { whenInWords } from '../fields/visit-words';

/** What came of the last visit, a predecessor's too. */
export function BriefLastVisit({ brief }: { brief: SchoolBrief }) {
  const { lastVisit: visit, lastVisitTags: tags } = brief;
  if (!visit) {
    return (
      <Section title="Last visit">
        <Typography>Never visited.</Typography>
      </Section>
    );
  }
  const { outcome, visitorName, schoolName } = visit;
  const lines = [
    ['Met with', outcome && metInWords(outcome)],
    ['Strengths', foundInWords(tags.strengths, outcome?.strengths)],
    ['Needs', foundInWords(tags.needs, outcome?.needs)],
    ['Engagement', outcome && engagementOf(outcome)],
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
        <Typography key={name} className="brief-short" sx={TEXT}>
          <b>{name}:</b> {text}
        </Typography>
      ))}
    </Section>
  );
}

/** The people noted and what was typed of others; without anybody noted the two are the same. */
function metInWords({ peopleMet, metWith }: VisitOutcome): string | null {
  const people = peopleMetInWords(peopleMet);
  return people && metWith && metWith !== people ? `${people}; ${metWith}` : (people ?? metWith);
}

/** What was ticked, then what was written: `Singing, Staff training. A choir in every year.` */
function foundInWords(tags: readonly string[], text: string | null = null): string | null {
  if (tags.length === 0) return text;
  return text ? `${tags.join(', ')}. ${text}` : tags.join(', ');
}

function engagementOf({ engagementLevel, engagementReason }: VisitOutcome): string | null {
  const level = engagementLevel && engagementInWords(engagementLevel);
  return [level, engagementReason].filter(Boolean).join(': ') || null;
}

const TEXT = { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', mt: 0.5 } as const;
