export * from './create-user';
export * from './password';
