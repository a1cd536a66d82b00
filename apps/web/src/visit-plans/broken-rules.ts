import type { Problem } from '@tracker/contract';
import { RULE_KEYS, type RuleKey } from '@tracker/domain';

/** The rules a move would break, as the server refuses it; none where it was refused for something else. */
export function rulesBroken(problem: Problem | null): RuleKey[] {
  const keys = problem?.rules?.map(({ key }) => key) ?? [];
  return RULE_KEYS.filter((key) => keys.includes(key));
}
