import { lazy } from 'react';
import OutboxIcon from '@mui/icons-material/OutboxOutlined';
import type { Mail } from '@tracker/contract';
import { defineResource } from '../layout/screens';

export const mails = defineResource('mails', {
  list: lazy(() => import('./MailList')),
  show: lazy(() => import('./MailShow')),
  recordRepresentation: ({ subject }: Mail) => subject,
  place: { words: 'Outbox', Icon: OutboxIcon, asks: 'runHub' },
});
