import { useEffect, useRef, useState } from 'react';
import type { SchoolSurvey } from '@tracker/contract';
import { changesErrors, isAnswered, type SurveyAnswer } from '@tracker/domain';
import { sentenceOf } from '../providers/problems';
import { call } from '../providers/call';

type Given = Record<string, unknown>;

/** So long after the last key what was typed is saved, in milliseconds. */
const PAUSE = 1_200;
/** After a failure it is tried again. */
const AGAIN = 8_000;

const clock = () => new Date().toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });

/**
 * The answers of a school as they are typed, and what the server has of them. Only what has changed
 * since the last save is sent, one request after the other, so that two people at one school do not
 * undo each other's answers. What is not valid yet waits.
 */
export function useSavedAnswers(token: string, opened: SchoolSurvey) {
  const [answers, setAnswers] = useState<Given>(opened.answers);
  const [filledInBy, setFilledInBy] = useState(opened.filledInBy ?? '');
  const [state, setState] = useState(opened.savedAt ? 'Your answers so far are here.' : '');
  const [problem, setProblem] = useState<string | null>(null);
  const [sending, setSending] = useState(false);
  const [round, setRound] = useState(0);
  const unsaved = useRef<Given>({});
  const signed = useRef<string | null>(null);
  const turn = useRef<Promise<unknown>>(Promise.resolve());

  const save = (submit: boolean): Promise<SchoolSurvey | null> => {
    const work = async () => {
      const errors = changesErrors(opened, unsaved.current);
      const changes: Record<string, SurveyAnswer | null> = {};
      for (const [key, value] of Object.entries(unsaved.current)) {
        if (!Object.hasOwn(errors, key)) changes[key] = isAnswered(value) ? value : null;
      }
      const name = signed.current;
      if (!submit && Object.keys(changes).length === 0 && name === null) return null;
      try {
        const saved = await call('POST /api/school-survey/answers', {
          body: {
            token,
            versionId: opened.versionId,
            changes,
            ...(name === null ? {} : { filledInBy: name.trim() || null }),
            submit,
          },
        });
        for (const key of Object.keys(changes)) {
          // Typed once more while it was under way: that is still to be saved.
          if ((unsaved.current[key] ?? null) === (changes[key] ?? null))
            delete unsaved.current[key];
        }
        if (signed.current === name) signed.current = null;
        setProblem(null);
        setState(`Saved at ${clock()}.`);
        return saved;
      } catch (error) {
        setProblem(sentenceOf(error));
        setState('Not saved yet.');
        if (!submit) setTimeout(() => setRound((before) => before + 1), AGAIN);
        return null;
      }
    };
    const mine = turn.current.then(work);
    turn.current = mine;
    return mine;
  };

  useEffect(() => {
    if (round === 0) return undefined;
    const timer = setTimeout(() => void save(false), PAUSE);
    return () => clearTimeout(timer);
    // Each change starts the pause anew.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [round]);

  const changed = () => {
    setState('Saving…');
    setRound((before) => before + 1);
  };
  return {
    answers,
    filledInBy,
    state,
    problem,
    sending,
    answer: (key: string, value: unknown) => {
      unsaved.current[key] = value;
      setAnswers((before) => ({ ...before, [key]: value }));
      changed();
    },
    sign: (name: string) => {
      signed.current = name;
      setFilledInBy(name);
      changed();
    },
    /** Hands the survey in; null when it was refused, with the reason in `problem`. */
    send: async () => {
      setSending(true);
      const sent = await save(true);
      setSending(false);
      return sent?.submittedAt ? sent : null;
    },
  };
}
