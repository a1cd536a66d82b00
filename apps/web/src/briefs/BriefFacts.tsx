import Link from '@mui/material/Link';
import { capital, formatDay } from '@tracker/domain';
import type { SchoolBrief } from '@tracker/contract';
import { FactList } from '../fields/FactList';
import { registerFacts } from '../fields/register-facts';
import { PlanSayings } from '../fields/PlanSayings';
import { Section } from '../layout/Section';

function Plan({
  plan,
  planStanding,
  planSays,
}: Pick<SchoolBrief, 'plan' | 'planStanding' | 'planSays'>) {
  const from = plan && [
    !planStanding.sentence.includes(plan.academicYear) && `on record for ${plan.academicYear}`,
    plan.formerName && `as ${plan.formerName}`,
    `known since ${formatDay(plan.knownOn)}`,
    plan.goneOn && `gone from its address on ${formatDay(plan.goneOn)}`,
  ];
  return (
    <>
      {planStanding.sentence}
      {from && ` ${capital(from.filter(Boolean).join(', '))}.`}
      {plan?.url && (
        <>
          {' '}
          <Link href={plan.url} target="_blank" rel="noopener noreferrer" className="no-print">
            Read it (opens a new tab)
          </Link>
        </>
      )}
      <PlanSayings says={planSays} />
    </>
  );
}

const Notes = ({ text }: { text: string }) => (
  <span className="brief-long" style={{ whiteSpace: 'pre-wrap' }}>
    {text}
  </span>
);

/** What the register, the census and the plan say. */
export function BriefFacts({ brief }: { brief: SchoolBrief }) {
  const { school } = brief;
  return (
    <Section title="The school">
      <FactList
        facts={[
          ...registerFacts(school, 'brief').map(({ fact }) => fact),
          ['Music development plan', <Plan key="plan" {...brief} />],
          ...(school.notes ? [['Notes', <Notes key="notes" text={school.notes} />] as const] : []),
        ]}
      />
    </Section>
  );
}
