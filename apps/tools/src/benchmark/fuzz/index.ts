export { type FoundFault, fuzz, type FuzzReport, inWords } from './fuzz';
export { faultsOf } from './faults';
export { Sender } from './send';
