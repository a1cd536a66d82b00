import { DEMO_DOMAIN, DEMO_PASSWORD, isDemoAddress } from '@tracker/domain';
import type { Env } from '@tracker/process';
import { raw, type Sql } from '../sql';

type Where = Pick<Env, 'nodeEnv'>;

/**
 * Whether an account may be used where the tracker runs. The demo hub's accounts have a public
 * password, so in production they are as good as disabled, whatever database they stand in.
 */
export const mayBeUsed = ({ email }: { email: string }, { nodeEnv }: Where): boolean =>
  nodeEnv !== 'production' || !isDemoAddress(email);

/** Whether a password opens anything where the tracker runs. */
export const opensAnything = (password: string, { nodeEnv }: Where): boolean =>
  nodeEnv !== 'production' || password !== DEMO_PASSWORD;

/** `mayBeUsed` of active accounts, as a condition on the table `users`. */
export const mayBeUsedSql = (users: string, { nodeEnv }: Where): Sql =>
  raw(
    nodeEnv === 'production'
      ? `(${users}.active AND lower(${users}.email) NOT LIKE '%@${DEMO_DOMAIN}')`
      : `${users}.active`,
  );
