import type { PlanStage } from '../plan-reading';

export const KEY_STAGES = ['ks1', 'ks2', 'ks3', 'ks4', 'ks5'] as const;
export type KeyStage = (typeof KEY_STAGES)[number];

/** Of which the national plan expects an hour. */
export const HOUR_STAGES = ['ks1', 'ks2', 'ks3'] as const;

const TAUGHT: Readonly<Record<string, readonly KeyStage[]>> = {
  Primary: ['ks1', 'ks2'],
  'Middle deemed primary': ['ks2', 'ks3'],
  'Middle deemed secondary': ['ks2', 'ks3'],
  Secondary: ['ks3', 'ks4'],
  'All-through': ['ks1', 'ks2', 'ks3', 'ks4'],
  '16 plus': ['ks5'],
};

/**
 * Key stages that a school of a phase teaches for certain, for what it says of all its classes. Of a special
 * school the register gives no phase, and so none.
 */
export const keyStagesOfPhase = (phase: string | null): readonly KeyStage[] =>
  (phase === null ? undefined : TAUGHT[phase]) ?? [];

/** The phases of which every school teaches a key stage: of these "not stated" is counted. */
export const phasesOfKeyStage = (stage: string): string[] =>
  Object.keys(TAUGHT).filter((phase) => keyStagesOfPhase(phase).some((one) => one === stage));

/** Parts of figures, in the order of a school. */
export const ORDER_OF_STAGES: readonly PlanStage[] = [
  'eyfs',
  ...['ks1', 'y1', 'y2', 'ks2', 'y3', 'y4', 'y5', 'y6', 'ks3', 'y7', 'y8', 'y9'],
  ...['ks4', 'y10', 'y11', 'ks5', 'y12', 'y13', 'all', ''],
];
