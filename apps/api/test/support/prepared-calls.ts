import { randomUUID } from 'node:crypto';
import { ROUTES } from '@tracker/contract';
import type { UserEntity } from '@tracker/data';
import { routeCalls } from './route-calls';
import { carrying } from './route-scene';
import type { Agent, TestApi } from './test-api';

export type PreparedCall = Awaited<ReturnType<typeof preparedCalls>>[number];

/** A call of every route, ready to be sent while something it stands on is away. */
export async function preparedCalls(api: TestApi, user: UserEntity, head: Agent) {
  const admin = await api.hub.user('admin');
  const agents = { admin: await api.as(admin), head };
  const region = await api.hub.region();
  const calls = [];
  for (const route of Object.keys(ROUTES) as (keyof typeof ROUTES)[]) {
    const byAdmin = /users|audit/.test(route);
    const scene = { api, region, user: byAdmin ? admin : user };
    const prepared = await routeCalls[route](scene);
    const agent = prepared.agent ?? agents[byAdmin ? 'admin' : 'head'];
    calls.push({ route, ...prepared, agent });
  }
  return calls;
}

export async function sendPrepared({
  route,
  id = randomUUID(),
  query = '',
  agent,
  ...carried
}: PreparedCall) {
  const [method = '', path = ''] = route.split(' ');
  const send = agent[method.toLowerCase() as 'get'](path.replace(/\{\w+\}/, id) + query);
  const answer = await carrying(send, carried);
  return { status: answer.status, retryAfter: Number(answer.headers['retry-after']) };
}
