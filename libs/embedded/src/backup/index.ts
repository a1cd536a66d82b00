export { backup } from './backup';
export { restore, type Restored } from './restore';
