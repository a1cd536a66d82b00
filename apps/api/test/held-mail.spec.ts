import { type MailingApi, startMailingApi } from './support/mailing-api';
import { type Agent } from './support/test-api';

const TODAY = '2024-11-20';
let api: MailingApi;
let head: Agent;

beforeAll(async () => {
  const mailFrom = 'Music Hub <music@hub.example>';
  api = await startMailingApi(TODAY, { mailFrom });
  head = await api.as(await api.hub.user('head'));
}, 30_000);
afterAll(() => api.stop());

const send = () => api.send();
const waiting = async (key: string, address: string, held: boolean): Promise<string> => {
  const [{ id }] = await api.dataSource.query(
    `INSERT INTO mails (kind, dedupe_key, to_address, subject, body, held_at)
     VALUES ('daily_digest', $1, $2, 'Subject', 'Body', CASE WHEN $3 THEN now() END) RETURNING id`,
    [key, address, held],
  );
  return id;
};
const delivery = async () => (await head.get('/api/mail-delivery').expect(200)).body;

it('what came with a backup waits until somebody says so, and what is new goes out', async () => {
  const taken = await waiting('one', 'one@school.example', true);
  await waiting('two', 'two@school.example', true);
  await waiting('new', 'new@school.example', false);
  await send();
  expect(api.mailServer.at('new@school.example')).toHaveLength(1);
  expect(await delivery()).toMatchObject({ waiting: 2, held: 2, problem: null });
  // Shown one by one before they go: this one is not wanted.
  await head.post(`/api/mails/${taken}/cancel`).send({}).expect(200);
  const manager = await api.as(await api.hub.user('manager'));
  await manager.post('/api/mail-delivery/release').send({}).expect(403);
  await send();
  expect(api.mailServer.at('two@school.example')).toHaveLength(0);
  const { body } = await head.post('/api/mail-delivery/release').send({}).expect(200);
  expect(body).toMatchObject({ waiting: 1, held: 0 });
  await send();
  expect(api.mailServer.at('two@school.example')).toHaveLength(1);
  expect(api.mailServer.at('one@school.example')).toHaveLength(0);
});
