import type {
  FirstAdmin,
  NewPassword,
  PasswordChange,
  PasswordResetRequest,
  SignIn,
} from '../auth';
import type { DeviceReport } from '../devices';
import type { HeardDevice } from '../shapes/devices';
import type { CalendarFeed, NewCalendarFeed, OwnMailSettings } from '../shapes/mail';
import type {
  LogReminder,
  OwnSession,
  PasswordResetOffer,
  SignedInUser,
  User,
  UserWithLink,
} from '../shapes/people';
import type { FreeDays, VisitorLoads } from '../shapes/planning';
import type { Preferences } from '../shapes/preferences';
import type { NewUser, USER_LIST, UserChange } from '../users';
import type { ExportQuery, ListRoute } from './route';

/** Signing in, one’s own account, staff and devices. */
export interface AccountRoutes {
  'POST /api/auth/sign-in': { body: SignIn; answer: SignedInUser };
  'POST /api/auth/password': { body: NewPassword; answer: void };
  'GET /api/auth/password-reset': { answer: PasswordResetOffer };
  'POST /api/auth/password-reset': { body: PasswordResetRequest; answer: void };
  'POST /api/auth/first-admin': { body: FirstAdmin; answer: void };
  'GET /api/calendar-feeds/{token}.ics': { file: true };
  'GET /api/auth/me': { answer: SignedInUser };
  'POST /api/auth/sign-out': { answer: void };
  'GET /api/me/preferences': { answer: Preferences };
  'PUT /api/me/preferences': { body: Preferences; answer: Preferences };
  'GET /api/auth/sessions': { answer: OwnSession[] };
  'DELETE /api/auth/sessions/{id}': { answer: void };
  'POST /api/auth/sign-out-everywhere': { answer: void };
  'POST /api/auth/change-password': { body: PasswordChange; answer: void };
  'PUT /api/devices/{id}': { body: DeviceReport; answer: void };
  'GET /api/devices': { answer: HeardDevice[] };
  'GET /api/account/mail': { answer: OwnMailSettings };
  'PUT /api/account/mail': { body: OwnMailSettings; answer: OwnMailSettings };
  'GET /api/account/calendar-feed': { answer: CalendarFeed };
  'POST /api/account/calendar-feed': { answer: NewCalendarFeed };
  'DELETE /api/account/calendar-feed': { answer: void };
  'GET /api/visitors': {
    query: { from?: string; to?: string; regionId?: string };
    answer: VisitorLoads;
  };
  'GET /api/visitors/{id}/free-days': {
    query: { from?: string; count?: number };
    answer: FreeDays;
  };
  'GET /api/users': ListRoute<typeof USER_LIST, User>;
  'GET /api/users/export': { query: ExportQuery<typeof USER_LIST>; file: true };
  'GET /api/users/{id}': { answer: User };
  'POST /api/users/{id}/log-reminder': { answer: LogReminder };
  'POST /api/users': { body: NewUser; answer: UserWithLink };
  'PUT /api/users/{id}': { body: UserChange; answer: User };
  'POST /api/users/{id}/reset-link': { answer: UserWithLink };
}
