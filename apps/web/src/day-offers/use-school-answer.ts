import { useState } from 'react';
import { isHttpError, sentenceOf } from '../providers/problems';

type Errors = Readonly<Record<string, string>>;

interface Refusal {
  /** What is said above the form. */
  words: string;
  /** By field. */
  errors: Errors;
}

/** Sends what somebody at a school answers; what is refused stays typed, with the reason. */
export function useSchoolAnswer<Answer>(onAnswered: (answer: Answer) => void) {
  const [isBusy, setIsBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const send = async (ask: () => Promise<Answer>) => {
    if (isBusy) return;
    setIsBusy(true);
    setRefusal(null);
    try {
      onAnswered(await ask());
    } catch (error) {
      setRefusal({ words: sentenceOf(error), errors: errorsOf(error) });
    } finally {
      setIsBusy(false);
    }
  };
  return { send, isBusy, refusal, errors: refusal?.errors ?? {} };
}

function errorsOf(error: unknown): Errors {
  if (!isHttpError(error)) return {};
  return Object.fromEntries(
    Object.entries(error.body.errors).flatMap(([field, message]) =>
      typeof message === 'string' ? [[field, message]] : [],
    ),
  );
}
