import { lazy } from 'react';
import SettingsIcon from '@mui/icons-material/SettingsOutlined';
import { defineResource, type PageScreens } from '../layout/screens';

/** Loaded when it is opened: few come here. */
export const settings: PageScreens = {
  paths: ['/settings', '/settings/:section'],
  Page: lazy(() => import('./SettingsPage')),
  place: { words: 'Settings', Icon: SettingsIcon, asks: 'settings' },
};

/** Changed in the settings; they have no screen of their own. */
export const outcomeTags = defineResource('outcome-tags', {
  writable: { label: true, active: true },
});
