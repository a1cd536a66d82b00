import { lazy } from 'react';
import type { Mail } from '@tracker/contract';

const MailList = lazy(() => import('./MailList'));
const MailShow = lazy(() => import('./MailShow'));

export const mails = {
  list: MailList,
  show: MailShow,
  recordRepresentation: ({ subject }: Mail) => subject,
};
