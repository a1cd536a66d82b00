export * from './create-user';
export * from './password';
export * from './password-rule';
export * from './token';
