export type Role = 'head' | 'regional' | 'manager' | 'admin';
export const ROLES: readonly Role[] = ['head', 'regional', 'manager', 'admin'];

export interface SignIn {
  email: string;
  password: string;
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
