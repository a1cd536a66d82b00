import { lazy, Suspense, useState } from 'react';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { VisitPlan, VisitPlanLine, VisitPlanReadiness } from '@tracker/contract';
import { LIMITS, plural } from '@tracker/domain';
import type { PlanPage } from '../paths/visit-plan-paths';
import { usePlan } from './plan-context';
import { halfTermParts, isOpen, linesShown, partShown } from './plan-lines';

const AcceptDialog = lazy(() => import('./AcceptDialog'));
const AgainDialog = lazy(() => import('./AgainDialog'));
const SendDialog = lazy(() => import('./SendDialog'));
const OfferDaysDialog = lazy(() => import('../day-offers/OfferDaysDialog'));
const RemindDialog = lazy(() => import('../day-offers/RemindDialog'));
const WhatIfDialog = lazy(() => import('./WhatIfDialog'));

interface PlanButtonsProps {
  plan: VisitPlan;
  readiness: VisitPlanReadiness;
  page: PlanPage;
  making: boolean;
  onStarted: (plan: VisitPlan) => void;
  onAccepted: () => void;
}

/** What the Head can do with the plan of the year; a what-if is used or left. */
export function PlanButtons(props: PlanButtonsProps) {
  const { plan, readiness, page, making, onStarted, onAccepted } = props;
  const { lines, offers } = usePlan();
  const [open, setOpen] = useState<
    'again' | 'what-if' | 'send' | 'accept' | 'offer' | 'remind' | null
  >(null);
  const close = () => setOpen(null);
  const button = (name: NonNullable<typeof open>, words: string, disabled = false) => (
    <Button
      variant={name === 'accept' ? 'contained' : 'outlined'}
      disabled={disabled}
      onClick={() => setOpen(name)}
    >
      {words}
    </Button>
  );
  const openLines = plan.proposedLines + plan.stale;
  const begin = beginOf(page, lines, plan);
  const shown = linesOfPart(lines, begin);
  const silent = shown.flatMap(({ schoolId }) => {
    const offer = offers.get(schoolId);
    return offer?.state === 'sent' ? [offer] : [];
  });
  const toOffer = shown.filter(({ schoolId }) => offers.get(schoolId)?.state !== 'sent');
  const span = plan.figures?.halfTerms[Number(begin.halfTerm) - 1];
  return (
    <Box
      role="group"
      aria-label="What to do with the plan"
      sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mb: 2 }}
    >
      {plan.inUse && button('accept', 'Accept…', openLines === 0)}
      {plan.inUse && button('offer', 'Offer days…', toOffer.length === 0)}
      {plan.inUse &&
        silent.length > 0 &&
        button('remind', `Remind ${plural(silent.length, 'school')}…`)}
      {plan.inUse && button('again', 'Propose again…', making)}
      {button('what-if', 'What if…', making)}
      {plan.inUse && button('send', 'Send to teams…')}
      <Suspense fallback={null}>
        {open === 'accept' && (
          <AcceptDialog plan={plan} begin={begin} onAccepted={onAccepted} onClose={close} />
        )}
        {open === 'offer' && (
          <OfferDaysDialog
            schools={toOffer.slice(0, LIMITS.dayOffer.offers).map(({ schoolId }) => ({ schoolId }))}
            span={span}
            onClose={close}
          />
        )}
        {open === 'remind' && <RemindDialog offers={silent} onClose={close} />}
        {open === 'again' && <AgainDialog plan={plan} onStarted={onStarted} onClose={close} />}
        {open === 'what-if' && (
          <WhatIfDialog readiness={readiness} onStarted={onStarted} onClose={close} />
        )}
        {open === 'send' && <SendDialog plan={plan} onClose={close} />}
      </Suspense>
    </Box>
  );
}

/** The open lines of the half term, region and visitor that the page shows. */
const linesOfPart = (
  lines: readonly VisitPlanLine[],
  { halfTerm, regionId, visitorId }: ReturnType<typeof beginOf>,
): VisitPlanLine[] =>
  linesShown(lines, { regionId, visitorId, state: '' }).filter(
    (line) => isOpen(line) && (halfTerm === '' || String(line.halfTerm) === halfTerm),
  );

/** What the page shows is what is accepted first. */
function beginOf(page: PlanPage, lines: ReturnType<typeof usePlan>['lines'], plan: VisitPlan) {
  const { regionId, visitorId, part } = page;
  const parts = halfTermParts(linesShown(lines, page), plan.figures?.halfTerms.length ?? 0);
  const halfTerm = part === 'all' || (page.tab !== '' && page.tab !== 'half-terms');
  return {
    ...{ of: 'filter' as const, regionId, visitorId },
    halfTerm: halfTerm ? '' : partShown(parts, part),
  };
}
