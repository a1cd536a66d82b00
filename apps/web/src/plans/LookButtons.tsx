import { lazy, Suspense, useState } from 'react';
import { useNotify, useRefresh } from 'react-admin';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { PlanRoundEntry } from '@tracker/contract';
import type { LookResult } from '@tracker/domain';
import { Link as RouterLink } from 'react-router-dom';
import { capturePath } from '../paths/plan-paths';
import { call } from '../providers/call';
import { newKey } from '../providers/idempotency';
import { sentenceOf } from '../providers/problems';
import { LOOK_BUTTONS, LOOK_WORDS } from './plan-words';

const FoundDialog = lazy(() => import('./FoundDialog'));

export type LookedAt = Pick<PlanRoundEntry, 'schoolId' | 'name' | 'address' | 'website'>;

interface LookButtonsProps {
  of: LookedAt;
  /** Once it is kept, before the list is read again. */
  onDone?: () => void;
}

/** What somebody came back with, one press each; a plan that was found asks where and for when. */
export function LookButtons({ of: school, onDone }: LookButtonsProps) {
  const notify = useNotify();
  const refresh = useRefresh();
  const [asking, setAsking] = useState(false);
  const [sending, setSending] = useState(false);
  const done = (words: string) => {
    notify(`${school.name}: ${words}.`, { type: 'success' });
    onDone?.();
    refresh();
  };
  const press = async (result: LookResult) => {
    if (result === 'found') return setAsking(true);
    if (sending) return;
    setSending(true);
    try {
      const body = { schoolId: school.schoolId, result };
      await call('POST /api/plan-looks', { body, idempotencyKey: newKey() });
      done(LOOK_WORDS[result].toLowerCase());
    } catch (error) {
      notify(sentenceOf(error), { type: 'error' });
    } finally {
      setSending(false);
    }
  };
  const offered = LOOK_BUTTONS.filter(([result]) => result !== 'gone' || school.address !== null);
  return (
    <Box role="group" aria-label={`What you found: ${school.name}`} sx={BUTTONS}>
      {offered.map(([result, words]) => (
        <Button
          key={result}
          size="small"
          variant={result === 'found' ? 'contained' : 'outlined'}
          aria-disabled={sending}
          aria-label={`${words.replace('…', '')}: ${school.name}`}
          onClick={() => void press(result)}
        >
          {words}
        </Button>
      ))}
      <Button
        size="small"
        variant="outlined"
        component={RouterLink}
        to={capturePath(school.schoolId)}
        aria-label={`Capture the plan: ${school.name}`}
      >
        Capture
      </Button>
      <Suspense fallback={null}>
        {asking && (
          <FoundDialog
            of={school}
            onFound={() => done('plan recorded')}
            onClose={() => setAsking(false)}
          />
        )}
      </Suspense>
    </Box>
  );
}

const BUTTONS = { display: 'flex', flexWrap: 'wrap', gap: 1 } as const;
