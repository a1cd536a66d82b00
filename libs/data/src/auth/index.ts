export * from './account-link';
export * from './create-user';
export * from './may-sign-in';
export * from './password';
export * from './password-rule';
export * from './token';
