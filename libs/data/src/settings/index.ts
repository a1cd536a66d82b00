export * from './hub-settings';
export * from './hub-rules';
