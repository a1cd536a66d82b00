import Link from '@mui/material/Link';
import { formatDay } from '@tracker/domain';
import type { BriefPlan, SchoolBrief } from '@tracker/contract';
import { FactList } from '../fields/FactList';
import { registerFacts } from '../fields/register-facts';
import { Section } from '../layout/Section';

function Plan({ plan }: { plan: BriefPlan | null }) {
  if (!plan) return <>None is known</>;
  const { academicYear, current, knownOn, url } = plan;
  return (
    <>
      {current ? 'Current' : 'Out of date'}: {academicYear}, known since {formatDay(knownOn)}
      {url && (
        <>
          {' '}
          <Link href={url} target="_blank" rel="noopener noreferrer" className="no-print">
            Read it (opens a new tab)
          </Link>
        </>
      )}
    </>
  );
}

const Notes = ({ text }: { text: string }) => (
  <span className="brief-long" style={{ whiteSpace: 'pre-wrap' }}>
    {text}
  </span>
);

/** What the register, the census and the plan say. */
export function BriefFacts({ brief: { school, plan } }: { brief: SchoolBrief }) {
  return (
    <Section title="The school">
      <FactList
        facts={[
          ...registerFacts(school, 'brief').map(({ fact }) => fact),
          ['Music development plan', <Plan key="plan" plan={plan} />],
          ...(school.notes ? [['Notes', <Notes key="notes" text={school.notes} />] as const] : []),
        ]}
      />
    </Section>
  );
}
