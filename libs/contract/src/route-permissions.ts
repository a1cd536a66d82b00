import { type Permission, reachOf } from './permissions';
import { RESOURCE_PERMISSIONS } from './resources';
import type { RouteKey } from './routes';
import type { SignedInUser } from './shapes/people';

/** What each route asks for. A route that does not stand here is refused to everybody. */
export const ROUTES = {
  ...RESOURCE_PERMISSIONS,

  'GET /api/health': 'open',
  'GET /api/health/ready': 'open',
  'POST /api/auth/sign-in': 'open',
  'POST /api/auth/password': 'open',
  'GET /api/auth/password-reset': 'open',
  'POST /api/auth/password-reset': 'open',
  'POST /api/auth/first-admin': 'open',
  'POST /api/school-survey': 'open',
  'POST /api/school-survey/answers': 'open',
  'GET /api/calendar-feeds/{token}.ics': 'open',

  'GET /api/auth/me': 'ownAccount',
  'POST /api/auth/sign-out': 'ownAccount',
  'GET /api/me/preferences': 'ownAccount',
  'PUT /api/me/preferences': 'ownAccount',
  'GET /api/auth/sessions': 'ownAccount',
  'DELETE /api/auth/sessions/{id}': 'ownAccount',
  'POST /api/auth/sign-out-everywhere': 'ownAccount',
  'POST /api/auth/change-password': 'ownAccount',
  'PUT /api/devices/{id}': 'ownAccount',
  'GET /api/devices': 'runHub',
  'GET /api/account/mail': 'ownAccount',
  'PUT /api/account/mail': 'ownAccount',
  'GET /api/account/calendar-feed': 'ownAccount',
  'POST /api/account/calendar-feed': 'ownAccount',
  'DELETE /api/account/calendar-feed': 'ownAccount',

  'GET /api/today': 'read',
  'GET /api/today/summary': 'read',
  'GET /api/today/set-up': 'runHub',
  'GET /api/schools': 'read',
  'GET /api/schools/export': 'read',
  'GET /api/schools/facets': 'read',
  'GET /api/schools/{id}': 'read',
  'GET /api/schools/{id}/brief': 'read',
  'GET /api/schools/{id}/timeline': 'read',
  'GET /api/schools/{id}/nearby': 'read',
  'GET /api/visitors': 'read',
  'GET /api/visitors/{id}/free-days': 'read',
  'GET /api/schools/{id}/development': 'read',
  'GET /api/music-development-plans': 'read',
  'GET /api/music-development-plans/{id}': 'read',
  'GET /api/plan-looks': 'read',
  'GET /api/plan-round': 'read',
  'GET /api/plan-figures': 'read',
  'GET /api/plan-facts': 'read',
  'GET /api/plan-facts/export': 'read',
  'GET /api/plan-documents': 'read',
  'GET /api/plan-documents/{id}': 'read',
  'GET /api/plan-documents/{id}/original': 'read',
  'GET /api/contacts': 'read',
  'GET /api/contacts/bin': 'read',
  'GET /api/contacts/{id}': 'read',
  'GET /api/school-calendar': 'read',
  'GET /api/school-years': 'read',
  'GET /api/school-years/{year}': 'read',
  'GET /api/bank-holidays': 'read',
  'GET /api/bank-holidays/{year}': 'read',
  'GET /api/hub-settings': 'read',
  'GET /api/progress': 'read',
  'GET /api/targets/{academicYear}': 'read',
  'GET /api/targets/{academicYear}/history': 'read',
  'GET /api/visit-cycles': 'read',
  'GET /api/visit-cycles/{id}': 'read',
  'GET /api/offline-pack': 'schoolRecords',
  'GET /api/visits': 'read',
  'GET /api/visits/export': 'read',
  'GET /api/visits/{id}': 'read',
  'GET /api/surveys': 'read',
  'GET /api/surveys/for-school/{schoolId}': 'read',
  'GET /api/surveys/{id}': 'read',
  'GET /api/survey-versions/{id}': 'read',
  'GET /api/survey-responses': 'read',
  'GET /api/survey-responses/{id}': 'read',
  'GET /api/survey-links': 'read',
  'GET /api/school-needs': 'read',
  'GET /api/survey-summary': 'read',
  'GET /api/survey-summary/export': 'read',
  'GET /api/survey-texts': 'read',
  'GET /api/answer-tags': 'read',
  'GET /api/visits/{id}/history': 'read',
  'GET /api/visits/warnings': 'read',
  'GET /api/follow-up-actions': 'read',
  'GET /api/follow-up-actions/export': 'read',
  'GET /api/follow-up-actions/bin': 'read',
  'GET /api/follow-up-actions/{id}': 'read',
  'GET /api/priority-queue': 'read',
  'GET /api/priority-queue/export': 'read',
  'GET /api/priority-queue/{schoolId}': 'read',
  'GET /api/priority-refreshes': 'read',
  'GET /api/priority-refreshes/{id}': 'read',
  'GET /api/history': 'read',
  'GET /api/mails': 'read',
  'GET /api/mails/{id}': 'read',
  'GET /api/visits/{id}/recipient': 'read',
  'GET /api/users': 'read',
  'GET /api/users/export': 'read',
  'GET /api/users/{id}': 'read',

  'GET /api/reports': 'read',
  'GET /api/reports/{id}': 'read',
  'GET /api/report-columns': 'read',
  'GET /api/report-narratives/{academicYear}': 'read',
  'GET /api/monthly-digest': 'read',
  'POST /api/reports': 'reports',
  'GET /api/reports/{id}/file': 'reports',
  'POST /api/reports/{id}/stop': 'reports',
  'DELETE /api/reports/{id}': 'reports',
  'PUT /api/report-narratives/{academicYear}': 'settings',
  'PUT /api/monthly-digest': 'settings',

  'PUT /api/schools/{id}': 'schoolRecords',
  'POST /api/music-development-plans': 'schoolRecords',
  'PUT /api/music-development-plans/{id}': 'schoolRecords',
  'DELETE /api/music-development-plans/{id}': 'schoolRecords',
  'POST /api/plan-looks': 'schoolRecords',
  'POST /api/plan-documents': 'schoolRecords',
  'POST /api/plan-documents/{id}/confirm': 'schoolRecords',
  'POST /api/plan-documents/{id}/reject': 'schoolRecords',
  'POST /api/contacts': 'schoolRecords',
  'PUT /api/contacts/{id}': 'schoolRecords',
  'DELETE /api/contacts/{id}': 'schoolRecords',
  'POST /api/contacts/{id}/restore': 'schoolRecords',
  'POST /api/visits': 'schoolRecords',
  'POST /api/visits/{id}/schedule': 'schoolRecords',
  'POST /api/visits/{id}/confirm': 'schoolRecords',
  'POST /api/visits/{id}/cancel': 'schoolRecords',
  'POST /api/visits/{id}/not-held': 'schoolRecords',
  'POST /api/visits/{id}/outcome': 'schoolRecords',
  'POST /api/visits/{id}/correct': 'schoolRecords',
  'POST /api/visits/{id}/move': 'schoolRecords',
  'POST /api/visits/{id}/void': 'schoolRecords',
  'POST /api/visits/{id}/unvoid': 'schoolRecords',
  'POST /api/visits/{id}/to-school': 'schoolRecords',
  'PUT /api/visits/{id}/recipient': 'schoolRecords',
  'POST /api/survey-links': 'schoolRecords',
  'DELETE /api/survey-links/{id}': 'schoolRecords',
  'POST /api/tagged-answers': 'schoolRecords',
  'DELETE /api/tagged-answers/{id}': 'schoolRecords',
  'POST /api/follow-up-actions': 'schoolRecords',
  'PUT /api/follow-up-actions/{id}': 'actions',
  'DELETE /api/follow-up-actions/{id}': 'schoolRecords',
  'POST /api/follow-up-actions/{id}/restore': 'schoolRecords',
  'POST /api/follow-up-actions/{id}/visit': 'schoolRecords',
  'POST /api/priority-queue/{schoolId}/hold': 'schoolRecords',
  'DELETE /api/priority-queue/{schoolId}/hold': 'schoolRecords',
  'POST /api/surveys': 'runHub',
  'POST /api/surveys/{id}/draft': 'runHub',
  'PUT /api/survey-versions/{id}': 'runHub',
  'POST /api/survey-versions/{id}/publish': 'runHub',
  'DELETE /api/survey-versions/{id}': 'runHub',
  'PUT /api/school-years/{year}': 'settings',
  'PUT /api/bank-holidays/{year}': 'settings',
  'POST /api/school-calendar/import': 'settings',
  'PUT /api/hub-settings': 'settings',
  'PUT /api/targets/{academicYear}': 'settings',

  'POST /api/schools/region': 'runHub',
  'POST /api/priority-refreshes': 'runHub',
  'POST /api/priority-refreshes/{id}/stop': 'runHub',
  'GET /api/imports': 'runHub',
  'POST /api/imports': 'runHub',
  'POST /api/imports/columns': 'runHub',
  'GET /api/imports/{id}': 'runHub',
  'POST /api/imports/{id}/apply': 'runHub',
  'POST /api/imports/{id}/stop': 'runHub',
  'POST /api/imports/{id}/undo': 'runHub',
  'GET /api/imports/{id}/rejected.csv': 'runHub',
  'GET /api/imports/{id}/findings': 'runHub',
  'POST /api/imports/{id}/decisions': 'runHub',
  'GET /api/imports/{id}/reading': 'runHub',
  'POST /api/imports/{id}/check': 'runHub',
  'GET /api/imports/{id}/rows': 'runHub',
  'POST /api/imports/{id}/rows/{rowId}/decide': 'runHub',
  'POST /api/imports/{id}/visitors': 'runHub',
  'POST /api/imports/{id}/run': 'runHub',
  'GET /api/known-names': 'runHub',
  'DELETE /api/known-names/{id}': 'runHub',

  'POST /api/users/{id}/log-reminder': 'runHub',
  'POST /api/mails/{id}/send-again': 'runHub',
  'POST /api/mails/{id}/arrived': 'runHub',
  'POST /api/mails/{id}/cancel': 'runHub',
  'GET /api/mail-delivery': 'runHub',
  'POST /api/mail-delivery/release': 'runHub',

  'GET /api/mail-templates': 'settings',
  'GET /api/mail-templates/{kind}': 'settings',
  'PUT /api/mail-templates/{kind}': 'settings',
  'DELETE /api/mail-templates/{kind}': 'settings',
  'POST /api/mail-templates/{kind}/preview': 'settings',
  'GET /api/mail-settings': 'settings',
  'PUT /api/mail-settings': 'settings',

  'GET /api/audit': 'audit',
  'GET /api/audit/export': 'audit',

  'POST /api/users': 'users',
  'PUT /api/users/{id}': 'users',
  'POST /api/users/{id}/reset-link': 'users',
} as const satisfies Record<RouteKey, Permission | 'open'>;

/**
 * Routes that take a record from one school to another, with the field that names the other. Whoever
 * calls them must be allowed to write at both.
 */
export const TWO_SCHOOLS = {
  'POST /api/visits/{id}/move': 'schoolId',
  'POST /api/visits/{id}/to-school': 'schoolId',
} as const satisfies Partial<Record<RouteKey, string>>;

/** Fields that ask for more than their route does. */
export const FIELDS = {
  'PUT /api/schools/{id}': { regionId: 'runHub', regionSetByHand: 'runHub' },
} as const satisfies Partial<Record<RouteKey, Record<string, Permission>>>;

/** What a route asks for; undefined when nobody has said so, which is as good as never. */
export function permissionOf(method: string, path: string): Permission | 'open' | undefined {
  const route = `${method.toUpperCase()} ${path}`;
  return isRoute(route) ? ROUTES[route] : undefined;
}

export const isRoute = (route: string): route is RouteKey => Object.hasOwn(ROUTES, route);

/** Whether a user may call a route at all; for which schools is `mayWriteInRegion`'s to say. */
export function mayCall(user: Pick<SignedInUser, 'role'>, route: RouteKey): boolean {
  const permission: Permission | 'open' = ROUTES[route];
  return permission === 'open' || reachOf(user, permission) !== 'none';
}

/** Whether a user may change a field that asks for more than its route does. */
export function mayChangeField<R extends keyof typeof FIELDS>(
  user: Pick<SignedInUser, 'role'>,
  route: R,
  field: keyof (typeof FIELDS)[R],
): boolean {
  return reachOf(user, FIELDS[route][field] as Permission) !== 'none';
}
