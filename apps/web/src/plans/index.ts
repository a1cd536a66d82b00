import { lazy } from 'react';
import PlansIcon from '@mui/icons-material/MusicNoteOutlined';
import type { PlanRoundEntry } from '@tracker/contract';
import { defineResource } from '../layout/screens';

export const plans = defineResource('plan-round', {
  list: lazy(() => import('./PlanList')),
  recordRepresentation: (entry: PlanRoundEntry) => entry.name,
  place: { words: 'Plans', Icon: PlansIcon, asks: 'read' },
});
