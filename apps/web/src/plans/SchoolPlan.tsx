import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import type { MusicDevelopmentPlan, PlanLook, School, SchoolDevelopment } from '@tracker/contract';
import { formatDay, KNOWN_FROM_LABELS, planYearsInWords } from '@tracker/domain';
import { Link as RouterLink } from 'react-router-dom';
import { Failure } from '../layout/Failure';
import { Section } from '../layout/Section';
import { capturePath } from '../paths/plan-paths';
import { call } from '../providers/call';
import { LookButtons } from './LookButtons';
import { LOOK_WORDS, linkTo } from './plan-words';
import { PlanStateChip } from './PlanStateChip';
import { SchoolDocuments } from './SchoolDocuments';

const PlanDialog = lazy(() => import('./PlanDialog'));
const RemovePlanDialog = lazy(() => import('./RemovePlanDialog'));

type Open = { what: 'add' } | { what: 'change' | 'remove'; plan: MusicDevelopmentPlan } | null;

interface SchoolPlanProps {
  school: School;
  mayWrite: boolean;
}

/** How does this school stand with its plan, and who has looked? */
export function SchoolPlan({ school, mayWrite }: SchoolPlanProps) {
  const [open, setOpen] = useState<Open>(null);
  const { data, error, refetch } = useQuery({
    queryKey: ['schools', 'development', school.id],
    queryFn: ({ signal }) => call('GET /api/schools/{id}/development', { id: school.id, signal }),
  });
  const close = () => setOpen(null);
  return (
    <Section
      title="Development"
      action={
        mayWrite && (
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5 }}>
            <Button size="small" component={RouterLink} to={capturePath(school.id)}>
              Capture a plan
            </Button>
            <Button size="small" onClick={() => setOpen({ what: 'add' })}>
              Record a plan
            </Button>
          </Box>
        )
      }
    >
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Typography variant="body2">Loading the plan…</Typography>}
      {data && (
        <Known
          development={data}
          {...{ school, mayWrite }}
          onOpen={(what, plan) => setOpen({ what, plan })}
        />
      )}
      <Suspense fallback={null}>
        {open?.what === 'remove' && <RemovePlanDialog plan={open.plan} onClose={close} />}
        {(open?.what === 'add' || open?.what === 'change') && (
          <PlanDialog
            schoolId={school.id}
            plan={open.what === 'change' ? open.plan : null}
            onClose={close}
          />
        )}
      </Suspense>
    </Section>
  );
}

interface KnownProps extends SchoolPlanProps {
  development: SchoolDevelopment;
  onOpen: (what: 'change' | 'remove', plan: MusicDevelopmentPlan) => void;
}

function Known({ development, school, mayWrite, onOpen }: KnownProps) {
  const { state, sentence, plans, notCounting, looks, documents } = development;
  const address =
    plans.find(({ address: at, knownFrom }) => at !== null && knownFrom !== 'told')?.address ??
    null;
  return (
    <>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
        <Typography component="h3" sx={{ fontWeight: 650 }}>
          Music development plan
        </Typography>
        <PlanStateChip state={state} />
      </Box>
      <Typography sx={{ overflowWrap: 'anywhere' }}>{sentence}</Typography>
      <Box component="ul" aria-label="Plans on record" sx={LIST}>
        {plans.map((plan) => (
          <Plan
            key={plan.id}
            plan={plan}
            former={plan.schoolId === school.id ? null : plan.schoolName}
            counts={!notCounting.includes(plan.id)}
          >
            {mayWrite && plan.schoolId === school.id && (
              <Box sx={{ ml: -0.75 }}>
                {(['change', 'remove'] as const).map((what) => (
                  <Button
                    key={what}
                    size="small"
                    aria-label={`${what === 'change' ? 'Change' : 'Remove'} the plan for ${planYearsInWords(plan.academicYears)}`}
                    onClick={() => onOpen(what, plan)}
                  >
                    {what === 'change' ? 'Change' : 'Remove'}
                  </Button>
                ))}
              </Box>
            )}
          </Plan>
        ))}
      </Box>
      <SchoolDocuments schoolId={school.id} documents={documents} />
      {mayWrite && (
        <Box sx={{ my: 1 }}>
          <Typography variant="body2" sx={{ mb: 0.5 }}>
            I looked for it today:
          </Typography>
          <LookButtons
            of={{ schoolId: school.id, name: school.name, address, website: school.website }}
          />
        </Box>
      )}
      <Looks looks={looks} />
    </>
  );
}

interface PlanProps {
  plan: MusicDevelopmentPlan;
  former: string | null;
  counts: boolean;
  children: ReactNode;
}

function Plan({ plan, former, counts, children }: PlanProps) {
  const { academicYears, knownFrom, knownOn, recordedByName, address, goneOn } = plan;
  const to = linkTo(address);
  const by = recordedByName ? ` by ${recordedByName}` : '';
  return (
    <Box component="li" sx={ITEM}>
      <Typography>
        <b>{planYearsInWords(academicYears)}</b>
        {former && `, as ${former}`}
        {!counts && ', which does not count: this school came from several'}
      </Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {KNOWN_FROM_LABELS[knownFrom]}, {formatDay(knownOn)}
        {by}
      </Typography>
      {address && (
        <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>
          {to ? (
            <Link href={to} target="_blank" rel="noopener noreferrer">
              {address} (opens a new tab)
            </Link>
          ) : (
            address
          )}
        </Typography>
      )}
      {goneOn && (
        <Typography variant="body2">Nothing was at this address on {formatDay(goneOn)}.</Typography>
      )}
      {children}
    </Box>
  );
}

function Looks({ looks }: { looks: readonly PlanLook[] }) {
  if (looks.length === 0) {
    return (
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        No look is on record.
      </Typography>
    );
  }
  return (
    <Box component="ul" aria-label="Looks" sx={LIST}>
      {looks.map(({ id, lookedOn, result, lookedByName }) => (
        <Typography component="li" key={id} variant="body2">
          {formatDay(lookedOn)}, {lookedByName}: {LOOK_WORDS[result].toLowerCase()}
        </Typography>
      ))}
    </Box>
  );
}

const LIST = { listStyle: 'none', m: 0, p: 0 } as const;
const ITEM = { py: 1, borderBottom: 1, borderColor: 'divider' } as const;
