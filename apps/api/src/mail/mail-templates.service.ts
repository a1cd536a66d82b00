import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { MailPreview, MailSettings, MailTemplate, SaveMailSettings } from '@tracker/contract';
import {
  DEFAULT_WORDING,
  examplesOf,
  TEMPLATE_KINDS,
  type TemplateKind,
  type MailWording,
  placeholdersOf,
  SCHOOL_MAIL_KINDS,
  wordingFaults,
  writeOut,
} from '@tracker/domain';
import { getHubSettings, MailTemplateEntity, SettingEntity, takeLock } from '@tracker/data';
import { type DataSource, type EntityManager, In } from 'typeorm';
import { conflict, unacceptable } from '../http/problem';
import { Transactions } from '../http/transactions';
import { valuesOfNextVisit } from './example-visit';
import type { MailTemplateChangeDto } from './mails.dto';

/** How the hub words its mails. */
@Injectable()
export class MailTemplatesService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
  ) {}

  list(): Promise<MailTemplate[]> {
    return Promise.all(TEMPLATE_KINDS.map((kind) => this.get(kind)));
  }

  async get(
    kind: TemplateKind,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<MailTemplate> {
    const own = await manager.findOneBy(MailTemplateEntity, { kind });
    const { subject, body } = own ?? DEFAULT_WORDING[kind];
    const placeholders = [...placeholdersOf(kind)];
    return { id: kind, version: own?.version ?? 0, subject, body, isDefault: !own, placeholders };
  }

  /** @throws 409 overtaken; 422 what is wrong with the wording */
  change(
    kind: TemplateKind,
    { version, subject, body }: MailTemplateChangeDto,
  ): Promise<MailTemplate> {
    requireGood(kind, { subject, body });
    return this.transactions.write(async (manager) => {
      await this.lock(kind, version, manager);
      const own = await manager.findOneBy(MailTemplateEntity, { kind });
      const row = own ?? manager.create(MailTemplateEntity, { kind });
      await manager.save(MailTemplateEntity, Object.assign(row, { subject, body }));
      return this.get(kind, manager);
    });
  }

  /** Back to the tracker's own wording. */
  reset(kind: TemplateKind): Promise<MailTemplate> {
    return this.transactions.write(async (manager) => {
      await manager.delete(MailTemplateEntity, { kind });
      return this.get(kind, manager);
    });
  }

  /** How a wording reads, with the next visit as the example where there is one. */
  async preview(kind: TemplateKind, wording: MailWording): Promise<MailPreview> {
    requireGood(kind, wording);
    const { manager } = this.dataSource;
    const { hubName: hub } = await getHubSettings(manager);
    const isForSchools = SCHOOL_MAIL_KINDS.some((other) => other === kind);
    const real = isForSchools ? await valuesOfNextVisit(manager, hub) : null;
    // A link is each email's own.
    const { link, ...examples } = examplesOf(kind);
    const values = { ...examples, hub, ...real, ...(link !== undefined && { link }) };
    return { ...writeOut(wording, values), schoolName: real?.school ?? null };
  }

  async settings(manager: EntityManager = this.dataSource.manager): Promise<MailSettings> {
    const settings = await getHubSettings(manager);
    const { hubName, visitMinutes, contactEmail, privacyUrl } = settings;
    return { hubName, visitMinutes, contactEmail, privacyUrl };
  }

  changeSettings(input: SaveMailSettings): Promise<MailSettings> {
    const { hubName, visitMinutes, contactEmail, privacyUrl } = input;
    const given = Object.entries({ hubName, visitMinutes, contactEmail, privacyUrl });
    const set = given.filter(([, value]) => value !== undefined && value !== null);
    const taken = given.filter(([, value]) => value === null).map(([key]) => key);
    return this.transactions.write(async (manager) => {
      const rows = set.map(([key, value]) => ({ key, value: value as unknown as object }));
      await manager.upsert(SettingEntity, rows, ['key']);
      if (taken.length > 0) await manager.delete(SettingEntity, { key: In(taken) });
      return this.settings(manager);
    });
  }

  /** One change of a wording at a time; its row may not be there yet. */
  private async lock(kind: TemplateKind, version: number, manager: EntityManager): Promise<void> {
    await takeLock(manager, 'mailWording', kind);
    const current = await this.get(kind, manager);
    if (current.version === version) return;
    throw conflict(
      'Someone else has saved the wording since you opened it. Compare both versions and choose.',
      current,
    );
  }
}

function requireGood(kind: TemplateKind, wording: MailWording): void {
  const faults = wordingFaults(kind, wording);
  if (faults.length > 0) throw unacceptable(faults);
}
