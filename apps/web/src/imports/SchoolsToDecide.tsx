import { useState } from 'react';
import { useNotify } from 'react-admin';
import { useQueryClient } from '@tanstack/react-query';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { plural } from '@tracker/domain';
import type { Import, ImportDecision, ImportFinding } from '@tracker/contract';
import { FormDialog } from '../fields/FormDialog';
import { Failure } from '../layout/Failure';
import { Section } from '../layout/Section';
import { sentenceOf } from '../providers/problems';
import { SchoolToDecide } from './SchoolToDecide';
import { useFindings } from './use-findings';
import { call } from '../providers/call';

const KINDS = ['not_listed', 'beside_successor'] as const;

/** Schools on record as open that the register no longer has: closed or kept, never in silence. */
export function SchoolsToDecide({ record }: { record: Import }) {
  const { data, error, refetch } = useFindings(record, KINDS);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [asking, setAsking] = useState<readonly string[] | 'suggested' | null>(null);
  const { busy, decide } = useDecide(record);
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data || data.length === 0) return null;
  const waiting = data.filter(({ waiting: waits }) => waits);
  const ticked = waiting.filter(({ id }) => chosen.includes(id)).map(({ id }) => id);
  const { suggested } = record.decisions;
  const closing = asking === 'suggested' ? suggested : (asking?.length ?? 0);
  const done = async (asked: ImportDecision) => {
    await decide(asked);
    setChosen([]);
  };
  const toggle = (id: string) =>
    setChosen(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  return (
    <Section title={titleOf(record, data)}>
      <Typography variant="body2" sx={{ color: 'text.secondary', mb: 1 }}>
        {record.dryRun
          ? 'You can close or keep them once the file is imported.'
          : 'A school that you close leaves the visiting cycle, and its visits count for the school that follows it. You can undo each decision.'}
      </Typography>
      {!record.dryRun && waiting.length > 0 && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mb: 1 }}>
          <Button
            variant="contained"
            disabled={busy || suggested === 0}
            onClick={() => setAsking('suggested')}
          >
            Close all suggested ({suggested})…
          </Button>
          <Button
            variant="outlined"
            disabled={busy || ticked.length === 0}
            onClick={() => setAsking(ticked)}
          >
            Close those ticked ({ticked.length})…
          </Button>
          <Button
            variant="outlined"
            disabled={busy || ticked.length === 0}
            onClick={() => void done({ decision: 'keep', findingIds: ticked })}
          >
            Keep those ticked open ({ticked.length})
          </Button>
        </Box>
      )}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {data.map((finding) => (
          <SchoolToDecide
            key={finding.id}
            finding={finding}
            checked={ticked.includes(finding.id)}
            onToggle={record.dryRun || !finding.waiting ? null : () => toggle(finding.id)}
            onUndo={() => void done({ decision: 'undo', findingIds: [finding.id] })}
            busy={busy}
          />
        ))}
      </Box>
      {asking && (
        <FormDialog
          title={`Close ${plural(closing, 'school')}?`}
          consequence={`${closing === 1 ? 'It leaves' : 'They leave'} the visiting cycle and the priority queue. Visits, contacts and notes stay on record. Where a school follows, the visits count for it.`}
          submitWords={`Close ${plural(closing, 'school')}`}
          busyWords="Closing…"
          danger
          onSubmit={() =>
            done({
              decision: 'close',
              ...(asking !== 'suggested' && { findingIds: [...asking] }),
            })
          }
          onClose={() => setAsking(null)}
        />
      )}
    </Section>
  );
}

function titleOf({ dryRun, decisions }: Import, all: readonly ImportFinding[]): string {
  if (dryRun) return `${plural(all.length, 'school')} to decide on`;
  const { waiting, closed, kept } = decisions;
  const parts = [
    ...(waiting > 0 ? [`${plural(waiting, 'school')} to decide on`] : []),
    ...(closed > 0 ? [`${closed} closed`] : []),
    ...(kept > 0 ? [`${kept} kept open`] : []),
  ];
  return parts.length > 0 ? parts.join(', ') : 'Schools decided on';
}

/** Carries a decision out; everything that shows schools is asked for anew. */
function useDecide(record: Import) {
  const queryClient = useQueryClient();
  const notify = useNotify();
  const [busy, setBusy] = useState(false);
  const decide = async (asked: ImportDecision) => {
    setBusy(true);
    try {
      await call('POST /api/imports/{id}/decisions', { id: record.id, body: asked });
      await queryClient.invalidateQueries();
    } catch (error) {
      if (asked.decision === 'close') throw error;
      notify(sentenceOf(error), { type: 'error', autoHideDuration: null });
    } finally {
      setBusy(false);
    }
  };
  return { busy, decide };
}
