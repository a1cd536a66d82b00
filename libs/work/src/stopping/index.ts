export { stopWork, WorkEnded, type StoppableWork } from './stop-work';
