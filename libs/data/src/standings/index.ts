export * from './verify-standings';
export * from './standing-pieces';
