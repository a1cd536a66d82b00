import { RULE_KEYS, type RuleKey } from '@tracker/domain';
import { isHttpError } from '../providers/problems';

/** The rules a move would break, as the server refuses it; none where it was refused for something else. */
export function rulesBroken(error: unknown): RuleKey[] {
  if (!isHttpError(error) || error.status !== 422) return [];
  const said: unknown = error.body.problem?.rules;
  if (!Array.isArray(said)) return [];
  const keys = said.map((rule) => (rule as { key?: unknown }).key);
  return RULE_KEYS.filter((key) => keys.includes(key));
}
