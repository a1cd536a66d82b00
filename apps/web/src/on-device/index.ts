import { lazy } from 'react';
import DeviceIcon from '@mui/icons-material/TabletAndroidOutlined';
import type { PageScreens } from '../layout/screens';
import { ON_DEVICE_PATH } from './paths';

export const onThisDevice: PageScreens = {
  paths: [ON_DEVICE_PATH],
  Page: lazy(() => import('./OnThisDevicePage')),
  place: { words: 'On this device', Icon: DeviceIcon, asks: 'read', onDevice: true },
};
export const keptBrief: PageScreens = {
  paths: [`${ON_DEVICE_PATH}/:id`],
  Page: lazy(() => import('./KeptBriefPage')),
};
