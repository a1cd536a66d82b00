import { randomUUID } from 'node:crypto';
import type { ROUTES } from '@tracker/contract';
import { SessionEntity } from '@tracker/data';
import { nowhere, read, signOut, type Prepare } from './route-scene';
import { PASSWORD } from './test-hub';

const voidLink = { token: 'none', password: 'three herons on a tram' };

/** Accounts, mail, devices and who did what. */
export const peopleCalls = {
  'GET /api/health': read,
  'GET /api/health/ready': read,
  'POST /api/auth/sign-in': ({ api, user: { email } }) => ({
    body: { email, password: PASSWORD },
    agent: api.anonymous,
    answers: 200,
  }),
  'POST /api/auth/password': () => ({ body: voidLink, answers: 422 }),
  'GET /api/auth/password-reset': read,
  // The tests' tracker sends no email.
  'POST /api/auth/password-reset': () => ({ body: { email: 'a@hub.example' }, answers: 409 }),
  'POST /api/auth/first-admin': () => ({
    body: { ...voidLink, name: 'A', email: 'a@hub.example' },
    answers: 422,
  }),
  'GET /api/auth/me': read,
  'POST /api/auth/sign-out': signOut,
  'GET /api/me/preferences': read,
  'PUT /api/me/preferences': () => ({ body: { values: { theme: 'dark' } }, answers: 200 }),
  'PUT /api/devices/{id}': () => ({
    id: randomUUID(),
    body: { label: 'Chrome on Android', waiting: 0, attention: 0, drafts: 1 },
    answers: 204,
  }),
  'GET /api/devices': read,
  'GET /api/auth/sessions': read,
  'DELETE /api/auth/sessions/{id}': async ({ api, user }) => {
    const session = {
      userId: user.id,
      tokenHash: Buffer.from(randomUUID()),
      expiresAt: new Date(Date.now() + 60_000),
    };
    const { id } = await api.dataSource.manager.save(SessionEntity, session as SessionEntity);
    return { id, answers: 204 };
  },
  'POST /api/auth/sign-out-everywhere': signOut,
  'POST /api/auth/change-password': () => ({
    body: { current: PASSWORD, next: 'too short' },
    answers: 422,
  }),
  'GET /api/today': read,
  'GET /api/today/summary': read,
  'GET /api/today/set-up': read,
  'GET /api/calendar-feeds/{token}.ics': nowhere,
  'GET /api/account/mail': read,
  'PUT /api/account/mail': () => ({ body: { dailyDigest: true }, answers: 200 }),
  'GET /api/account/calendar-feed': read,
  'POST /api/account/calendar-feed': () => ({ body: {}, answers: 201 }),
  'DELETE /api/account/calendar-feed': () => ({ answers: 204 }),
  'GET /api/mails': read,
  'GET /api/mails/{id}': nowhere,
  'POST /api/mails/{id}/send-again': () => ({ body: {}, answers: 404 }),
  'POST /api/mails/{id}/arrived': () => ({ body: {}, answers: 404 }),
  'POST /api/mails/{id}/cancel': () => ({ body: {}, answers: 404 }),
  'GET /api/mail-delivery': read,
  'POST /api/mail-delivery/release': () => ({ body: {}, answers: 200 }),
  'GET /api/mail-templates': read,
  'GET /api/mail-templates/{kind}': () => ({ id: 'visit_moved', answers: 200 }),
  'PUT /api/mail-templates/{kind}': () => ({
    id: 'visit_moved',
    body: { version: 99, subject: 'Moved', body: 'To {{when}}' },
    answers: 409,
  }),
  'DELETE /api/mail-templates/{kind}': () => ({ id: 'visit_moved', answers: 200 }),
  'POST /api/mail-templates/{kind}/preview': () => ({
    id: 'visit_moved',
    body: { subject: 'Moved', body: 'To {{when}}' },
    answers: 200,
  }),
  'GET /api/mail-settings': read,
  'PUT /api/mail-settings': () => ({
    body: { hubName: 'the music hub', visitMinutes: 60 },
    answers: 200,
  }),
  'GET /api/audit': read,
  'GET /api/audit/export': read,
  'GET /api/users': read,
  'GET /api/users/export': read,
  'GET /api/users/{id}': ({ user: { id } }) => ({ id, answers: 200 }),
  'POST /api/users': () => ({
    body: { name: 'New', email: `${randomUUID()}@hub.example`, role: 'manager' },
    answers: 201,
  }),
  'PUT /api/users/{id}': async ({ api }) => ({
    id: (await api.hub.user('manager')).id,
    body: { version: 1, name: 'Other' },
    answers: 200,
  }),
  // Allowed, but there is no visit to be reminded of.
  'POST /api/users/{id}/log-reminder': async ({ api }) => ({
    id: (await api.hub.user('manager')).id,
    answers: 409,
  }),
  'POST /api/users/{id}/reset-link': async ({ api }) => ({
    id: (await api.hub.user('manager')).id,
    answers: 200,
  }),
} satisfies Partial<Record<keyof typeof ROUTES, Prepare>>;
