import { useRef, useState } from 'react';
import type { VisitWarningKey } from '@tracker/domain';
import type { FailureBody } from '../providers/http';
import { isHttpError } from '../providers/problems';

/**
 * Sends a plan without its warnings accepted first. When the server warns, the sentence is shown by
 * whoever asked, and the same plan sent once more goes ahead knowingly; another plan is judged anew.
 */
export function useKnowingly() {
  const seen = useRef(new Map<string, VisitWarningKey[]>());
  const [warned, setWarned] = useState(false);
  const knowingly = async <T>(
    plan: object,
    send: (accepting: VisitWarningKey[]) => Promise<T>,
  ): Promise<T> => {
    const key = JSON.stringify(plan);
    try {
      return await send(seen.current.get(key) ?? []);
    } catch (error) {
      const warnings = isHttpError(error)
        ? (error.body as FailureBody).problem?.warnings
        : undefined;
      if (warnings) {
        seen.current.set(
          key,
          warnings.map((warning) => warning.key),
        );
        setWarned(true);
      }
      throw error;
    }
  };
  return { knowingly, warned };
}
