import type {
  CalendarFeed,
  MailDelivery,
  MailPreview,
  MailSettings,
  MailTemplate,
  MailTemplateChange,
  MailWithAttachment,
  NewCalendarFeed,
  OwnMailSettings,
  VisitRecipient,
} from '@tracker/contract';
import type { MailCommand, TemplateKind, MailWording } from '@tracker/domain';
import { call } from '../providers/http';

async function get<T>(path: string, signal?: AbortSignal): Promise<T> {
  return (await call<T>(path, { signal })).json;
}

async function send<T>(method: string, path: string, body?: object): Promise<T> {
  const text = body === undefined ? undefined : JSON.stringify(body);
  return (await call<T>(path, { method, body: text })).json;
}

const PATHS: Record<MailCommand, string> = {
  send_again: 'send-again',
  arrived: 'arrived',
  cancel: 'cancel',
};

/** Carries out what a person decided about a mail. */
export const decideMail = (id: string, command: MailCommand, version: number) =>
  send<MailWithAttachment>('POST', `/api/mails/${id}/${PATHS[command]}`, { version });

export const mailDelivery = (signal?: AbortSignal) =>
  get<MailDelivery>('/api/mail-delivery', signal);

export const releaseHeldMails = () => send<MailDelivery>('POST', '/api/mail-delivery/release', {});

export const mailTemplates = (signal?: AbortSignal) =>
  get<MailTemplate[]>('/api/mail-templates', signal);
export const saveMailTemplate = (kind: TemplateKind, change: MailTemplateChange) =>
  send<MailTemplate>('PUT', `/api/mail-templates/${kind}`, change);
export const resetMailTemplate = (kind: TemplateKind) =>
  send<MailTemplate>('DELETE', `/api/mail-templates/${kind}`);
export const previewMail = (kind: TemplateKind, wording: MailWording) =>
  send<MailPreview>('POST', `/api/mail-templates/${kind}/preview`, wording);

export const mailSettings = (signal?: AbortSignal) =>
  get<MailSettings>('/api/mail-settings', signal);
export const saveMailSettings = (settings: MailSettings) =>
  send<MailSettings>('PUT', '/api/mail-settings', settings);

export const ownMailSettings = (signal?: AbortSignal) =>
  get<OwnMailSettings>('/api/account/mail', signal);
export const saveOwnMailSettings = (settings: OwnMailSettings) =>
  send<OwnMailSettings>('PUT', '/api/account/mail', settings);

export const calendarFeed = (signal?: AbortSignal) =>
  get<CalendarFeed>('/api/account/calendar-feed', signal);
export const makeCalendarFeed = () => send<NewCalendarFeed>('POST', '/api/account/calendar-feed');
export const revokeCalendarFeed = () => send<void>('DELETE', '/api/account/calendar-feed');

export const visitRecipient = (visitId: string, signal?: AbortSignal) =>
  get<VisitRecipient>(`/api/visits/${visitId}/recipient`, signal);
export const chooseRecipientOf = (visitId: string, contactId: string | null) =>
  send<VisitRecipient>('PUT', `/api/visits/${visitId}/recipient`, { contactId });
