export { askOutside, outsideTask, streamOutside, type OutsideTask } from './run-outside';
export { FOR_A_PREVIEW, IN_THE_BACKGROUND, WHILE_WAITING, type OutsideLimits } from './limits';
export { ReadingBusyError } from './turns';
