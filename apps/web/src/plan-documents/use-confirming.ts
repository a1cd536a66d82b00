import { useCallback, useContext, useState } from 'react';
import { useNotify, useRefresh } from 'react-admin';
import type { PlanDocumentReading, PlanFieldReading, SignedInUser } from '@tracker/contract';
import { AskOvertaken } from '../conflicts/use-conflicts';
import { call } from '../providers/call';
import { keyByBody } from '../providers/idempotency';
import { dropPlanDraft, keepPlanDraft, planDraft } from '../providers/plan-drafts';
import { sentenceOf, staleRecordOf } from '../providers/problems';
import { useAsOpened } from '../providers/use-as-opened';
import { useUnsaved } from '../unsaved/use-unsaved';
import {
  confirmedBefore,
  type Decision,
  type Decisions,
  factsOf,
  undecided,
  yearsOf,
} from './decisions';
import { quicker } from './quicker';

interface State {
  /** The version that was opened, which another person may have changed since. */
  version: number;
  decisions: Decisions;
  /** Whether anything was decided here that is not sent. */
  unsent: boolean;
  /** Whether this device keeps it. */
  kept: boolean;
}

/**
 * What a person decides about a document, field by field. It is kept on this device until it is sent;
 * somebody who was quicker is shown beside it.
 */
export function useConfirming(present: PlanDocumentReading, user: SignedInUser) {
  const document = useAsOpened(present);
  const of = { userId: user.id, documentId: document.id };
  const ask = useContext(AskOvertaken);
  const notify = useNotify();
  const refresh = useRefresh();
  const [keyOf] = useState(keyByBody);
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const [shared, setShared] = useState(false);
  const [state, setState] = useState<State>(() => {
    const draft = planDraft(of);
    return draft
      ? { version: draft.version, decisions: draft.decisions, unsent: true, kept: true }
      : {
          ...{ version: document.version, decisions: confirmedBefore(document) },
          ...{ unsent: false, kept: true },
        };
  });
  const { version, decisions } = state;
  useUnsaved(state.unsent && !sending, 'page', state.kept);

  const put = useCallback(
    (next: Decisions) => {
      const kept = keepPlanDraft({
        ...{ userId: user.id, documentId: document.id, version, decisions: next },
      });
      setState({ version, decisions: next, unsent: true, kept });
    },
    [user.id, document.id, version],
  );

  const decide = (reading: PlanFieldReading, decision: Decision): Decisions => {
    const next = { ...decisions, [reading.field]: decision };
    put(next);
    return next;
  };

  const send = async (at: number): Promise<void> => {
    const body = {
      version: at,
      academicYears: yearsOf(document, decisions),
      facts: factsOf(document, decisions),
      ...(shared && { shared }),
    };
    await call('POST /api/plan-documents/{id}/confirm', {
      ...{ id: document.id, body, idempotencyKey: keyOf(body) },
    });
  };

  /** @returns whether it is confirmed */
  const confirm = async (at = version): Promise<boolean> => {
    setSending(true);
    setProblem(null);
    try {
      await send(at);
    } catch (error) {
      const current = staleRecordOf(error) as unknown as PlanDocumentReading | null;
      if (current && (await ask(quicker(current, decisions)))) return confirm(current.version);
      if (!current) setProblem(error);
      setSending(false);
      return false;
    }
    dropPlanDraft(of);
    setState((before) => ({ ...before, unsent: false }));
    notify('Plan confirmed.', { type: 'success' });
    refresh();
    return true;
  };

  /** Begins again with what is on record. */
  const drop = () => {
    dropPlanDraft(of);
    setState({
      ...{ version: present.version, decisions: confirmedBefore(present) },
      ...{ unsent: false, kept: true },
    });
  };

  return {
    ...{ document, decisions, sending, put, decide, confirm, drop },
    ...{ unsent: state.unsent, kept: state.kept },
    /** Whether it is for other schools too, while nobody has said so. */
    question: shared ? null : document.shareQuestion,
    share: () => setShared(true),
    open: undecided(document, decisions),
    problem: problem === null ? null : sentenceOf(problem),
  };
}

export type Confirming = ReturnType<typeof useConfirming>;
