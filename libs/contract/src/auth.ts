export type Role = 'head' | 'regional' | 'manager' | 'admin';
export const ROLES: readonly Role[] = ['head', 'regional', 'manager', 'admin'];

/** `GET /api/auth/me` and the answer to `POST /api/auth/sign-in`. */
export interface SignedInUser {
  id: string;
  name: string;
  email: string;
  role: Role;
  /** The regions whose records a `regional` user may change; empty for the others. */
  regionIds: string[];
}

export interface SignIn {
  email: string;
  password: string;
}

/** `GET /api/auth/sessions`: a browser somebody is signed in with. */
export interface OwnSession {
  id: string;
  /** ISO 8601 instant. */
  createdAt: string;
  /** ISO 8601 instant, exact to the minute. */
  lastSeenAt: string;
  /** ISO 8601 instant at which it ends in any case. */
  expiresAt: string;
  /** What the browser said it is; null when it said nothing. */
  userAgent: string | null;
  /** Whether it is the one that asks. */
  current: boolean;
}

/** `POST /api/auth/password`, from an invitation or a reset link. */
export interface NewPassword {
  token: string;
  password: string;
}

/** `POST /api/auth/password-reset`. */
export interface PasswordResetRequest {
  email: string;
}

/** `GET /api/auth/password-reset`. */
export interface PasswordResetOffer {
  /** Whether the tracker sends email, so that a link can be asked for. */
  offered: boolean;
}

/** `POST /api/auth/first-admin`, from the link that an empty tracker prints at its start. */
export interface FirstAdmin extends NewPassword {
  name: string;
  email: string;
}

/** `POST /api/auth/change-password`. */
export interface PasswordChange {
  current: string;
  next: string;
}
