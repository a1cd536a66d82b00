export * from './question';
export * from './phases';
export * from './answer';
export * from './visible';
export * from './validate-answers';
export * from './check-survey';
export * from './keys';
export * from './have-your-say';
