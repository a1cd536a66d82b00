export * from './audit';
export * from './health';
export * from './imports';
export * from './people';
export * from './queue';
export * from './schools';
export * from './today';
export * from './visits';
