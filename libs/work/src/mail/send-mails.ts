import {
  type Day,
  formatDay,
  KEEP_TRYING_FOR,
  SENDING_LEASE,
  waitBeforeRetry,
} from '@tracker/domain';
import type { DataSource, EntityManager } from 'typeorm';
import { mayBeUsed, MailEntity } from '@tracker/data';
import { composeMail, messageIdOf, type SenderEnv } from './compose-mail';
import {
  ADDRESS_REFUSED,
  CLAIM_NEXT,
  EXPIRE,
  FORSAKE,
  LET_GO,
  LET_GO_OF_ALL,
  SETTLE,
} from './send-mails.queries';
import { withLink } from './reset-link';
import { type Sending, SmtpLine } from './smtp-line';
import { canBeMailed } from './wire-text';

export interface SendingRun {
  env: SenderEnv;
  today: Day;
  /** The instant that counts as now; the clock's when absent. */
  now?: () => Date;
}

const UNMAILABLE: Sending = {
  outcome: 'address_refused',
  problem: 'There are letters before the @ that mail servers do not take. Ask for another address.',
};

const DEMO: Sending = {
  outcome: 'withheld',
  problem: 'Not sent: addresses of the demo hub get no email in production.',
};

const DISABLED: Sending = {
  outcome: 'withheld',
  problem: 'Not sent: the account is disabled.',
};

const FORSAKEN = 'The tracker stopped while sending this email. It may have arrived, or not.';

/**
 * Sends what waits in the outbox, each mail once. A mail is marked `sending` and that is committed
 * before it goes out, so whoever dies over it leaves it `uncertain`: a person decides then, because
 * nobody else can know whether it arrived. Several may run at one time. Without a mail server
 * everything waits.
 *
 * @returns how many were taken by the mail server
 */
export async function sendMails(
  dataSource: DataSource,
  { env, today, now = () => new Date() }: SendingRun,
): Promise<number> {
  // One session from claim to result: when this process dies, PostgreSQL notices by it.
  const session = dataSource.createQueryRunner();
  try {
    await FORSAKE.run(session, new Date(now().getTime() - SENDING_LEASE), FORSAKEN);
    await EXPIRE.run(session, today, `Not sent: by ${formatDay(today)} it was of no use.`);
    if (env.smtpUrl === undefined) return 0;
    return await sendAll(session.manager, { env, today, now });
  } finally {
    // Nothing is held any more unless something went wrong, and the session lives on in its pool.
    await LET_GO_OF_ALL.run(session).catch(() => undefined);
    await session.release();
  }
}

async function sendAll(
  manager: EntityManager,
  { env, today, now }: Required<SendingRun>,
): Promise<number> {
  const line = new SmtpLine(env.smtpUrl as string);
  let taken = 0;
  try {
    for (;;) {
      const mail = await claimNext(manager, now(), messageIdFor(env));
      if (mail === null) return taken;
      const sending = await handOver(manager, mail, { env, line });
      await settle(manager, mail, sending, { today, now: now() });
      await LET_GO.run(manager, mail.id);
      if (sending.outcome === 'taken') taken += 1;
      // The others would fare no better now, and each would only wait longer.
      if (sending.outcome === 'no_server') return taken;
    }
  } finally {
    line.close();
  }
}

async function handOver(
  manager: EntityManager,
  mail: MailEntity,
  { env, line }: { env: SenderEnv; line: SmtpLine },
): Promise<Sending> {
  const email = mail.toAddress ?? '';
  if (!mayBeUsed({ email }, env)) return DEMO;
  if (!canBeMailed(email)) return UNMAILABLE;
  const whole = await withLink(manager, mail, env);
  return whole === null ? DISABLED : line.send(await composeMail(whole, env));
}

const messageIdFor = (env: SenderEnv) => messageIdOf({ id: '*' }, env);

/** The next mail whose turn it is, marked `sending`; null when there is none. */
async function claimNext(
  manager: EntityManager,
  now: Date,
  messageId: string,
): Promise<MailEntity | null> {
  const claimed = await CLAIM_NEXT.row(manager, now, messageId);
  if (!claimed) return null;
  return manager.findOneByOrFail(MailEntity, { id: claimed.id });
}

/** Writes down what came of it, unless somebody has taken this worker for dead meanwhile. */
async function settle(
  session: EntityManager,
  mail: MailEntity,
  { outcome, problem }: Sending,
  { today, now }: { today: Day; now: Date },
): Promise<void> {
  const giveUpAt = mail.giveUpAt ?? new Date(now.getTime() + KEEP_TRYING_FOR);
  const canWait = outcome === 'later' || outcome === 'no_server';
  const isOver = canWait && giveUpAt <= now;
  const status = (
    {
      taken: 'sent',
      address_refused: 'failed',
      refused: 'failed',
      broken_off: 'uncertain',
      later: isOver ? 'failed' : 'waiting',
      no_server: isOver ? 'failed' : 'waiting',
      withheld: 'cancelled',
    } as const
  )[outcome];
  const words = {
    taken: null,
    address_refused: `Email to ${mail.toAddress} was refused. ${problem}`,
    refused: `The email was refused. ${problem}`,
    broken_off: `${problem} It may have arrived or not.`,
    later: isOver ? `Given up after a day. ${problem}` : problem,
    no_server: isOver ? `Given up after a day. ${problem}` : problem,
    withheld: problem,
  }[outcome];
  const next = new Date(now.getTime() + waitBeforeRetry(mail.attempts));
  await session.transaction(async (manager) => {
    const settled = await SETTLE.row(manager, {
      ...{ id: mail.id, attempts: mail.attempts, status, words, now, next },
      giveUpAt: canWait ? giveUpAt : null,
    });
    if (settled && outcome === 'address_refused' && mail.contactId) {
      await ADDRESS_REFUSED.run(manager, mail.contactId, today, mail.toAddress);
    }
  });
}
