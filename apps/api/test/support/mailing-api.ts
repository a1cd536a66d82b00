import { sendMails } from '@tracker/work';
import { MailServer } from '@tracker/testing/mail-server';
import { startTestApi, type TestApi } from './test-api';

export interface MailingApi extends TestApi {
  mailServer: MailServer;
  /** Sends what waits in the outbox, as the worker does. */
  send(): Promise<unknown>;
}

/** An API that sends its email to a mail server of its own. */
export async function startMailingApi(
  today: string,
  more: Parameters<typeof startTestApi>[1] = {},
): Promise<MailingApi> {
  const mailServer = new MailServer();
  await mailServer.start();
  const sender = { smtpUrl: mailServer.url, mailFrom: 'music@hub.example' };
  const api = await startTestApi(today, { ...sender, ...more });
  return {
    ...api,
    mailServer,
    send: () => sendMails(api.dataSource, { env: api.env, today }),
    async stop() {
      await api.stop();
      await mailServer.stop();
    },
  };
}
