import { Fragment, type ReactNode } from 'react';
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router-dom';
import type { VisitPlan } from '@tracker/contract';
import { formatDay, londonDayOf, plural } from '@tracker/domain';
import { type LineState, type PlanPage, visitPlanPath } from '../paths/visit-plan-paths';
import { planInSentences } from './plan-words';

interface PlanHeadProps {
  plan: VisitPlan;
  page: PlanPage;
  /** Whether its lines are there to be opened. */
  maySee: boolean;
}

/** The plan in sentences, who made it, and how far it is agreed. */
export function PlanHead({ plan, page, maySee }: PlanHeadProps) {
  const { notes, figures } = plan;
  return (
    <Box sx={{ maxWidth: '62rem', mb: 2 }}>
      <Typography>{planInSentences(plan).join(' ')}</Typography>
      {plan.unchanged && <Typography>Nothing has changed since the plan before.</Typography>}
      {figures?.assumedDays && (
        <Typography>The term dates of the year are not known, so its days are assumed.</Typography>
      )}
      <Standing plan={plan} page={page} maySee={maySee} />
      {notes.length > 0 && (
        <Box component="details" sx={{ mt: 0.5 }}>
          <Box component="summary" sx={{ cursor: 'pointer', minHeight: 24 }}>
            {plural(notes.length, 'note')}
          </Box>
          <Box component="ul" sx={{ m: 0, pl: 3 }}>
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </Box>
        </Box>
      )}
    </Box>
  );
}

/** `Made on … by … · 61 accepted · 4 lines need a look · 6 changed`, each number a way to its lines. */
function Standing({ plan, page, maySee }: PlanHeadProps) {
  const { acceptedLines, stale, movedLines, droppedLines, madeByName, sentAt } = plan;
  const open = (state: LineState, words: string): ReactNode =>
    maySee ? (
      <Link
        component={RouterLink}
        to={visitPlanPath({ ...page, tab: 'half-terms', part: 'all', state })}
      >
        {words}
      </Link>
    ) : (
      words
    );
  const by = madeByName ? ` by ${madeByName}` : '';
  const parts: ReactNode[] = [
    `Made on ${formatDay(plan.asOf)}${by}`,
    acceptedLines > 0 ? open('accepted', `${acceptedLines} accepted`) : 'none accepted yet',
    stale > 0 && open('stale', stale === 1 ? '1 line needs a look' : `${stale} lines need a look`),
    movedLines > 0 && open('moved', `${movedLines} changed`),
    droppedLines > 0 && open('dropped', `${droppedLines} left out by hand`),
    sentAt && `sent to the teams on ${formatDay(londonDayOf(sentAt) ?? plan.asOf)}`,
  ].filter(Boolean);
  return (
    <Typography sx={{ color: 'text.secondary', mt: 0.5 }}>
      {parts.map((part, i) => (
        <Fragment key={i}>
          {i > 0 && ' · '}
          {part}
        </Fragment>
      ))}
    </Typography>
  );
}
