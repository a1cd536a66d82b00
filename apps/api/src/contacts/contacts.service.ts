import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  type BIN_LIST,
  type Contact,
  CONTACT_LIST,
  type DeletedContact,
  type SignedInUser,
} from '@tracker/contract';
import { ContactEntity, onRecord, raw, sql, statement } from '@tracker/data';
import { JobQueue } from '@tracker/work';
import type { DataSource, EntityManager } from 'typeorm';
import { requireWriteAtSchool } from '../auth/access';
import {
  asInBin,
  binConditions,
  binList,
  type BinRow,
  inBinColumns,
  putInBin,
  takeFromBin,
} from '../http/bin';
import { refuseOtherChanges } from '../http/echoed-fields';
import {
  addFilters,
  type FilterConditions,
  contains,
  is,
  isOneOf,
  isOneOfIds,
} from '../http/filter-conditions';
import type { Page } from '../http/list-answer';
import type { ListQuery, ListSpec } from '../http/list-query';
import { pageOf } from '../http/page-of';
import { notFound } from '../http/problem';
import { SqlConditions } from '../http/sql-conditions';
import { Transactions } from '../http/transactions';
import { lockForChange } from '../http/version';
import type { ContactChangeDto, NewContactDto } from './contacts.dto';

export const CONTACT_SPEC: ListSpec<typeof CONTACT_LIST> = {
  filters: CONTACT_LIST.filters,
  sorts: { id: 'c.id', name: 'c.name COLLATE "und-x-icu"', role: 'c.role' },
  defaultOrder: `array_position(ARRAY['head_teacher', 'music_lead', 'other'], c.role), c.name COLLATE "und-x-icu"`,
  tieBreak: 'c.id',
};

const CONDITIONS: FilterConditions<typeof CONTACT_LIST> = {
  id: isOneOfIds('c.id'),
  schoolId: is('c.school_id'),
  role: isOneOf('c.role'),
  q: contains('c.name'),
};

const CONTACT_COLUMNS = raw(`
  c.id, c.version, c.created_at AS "createdAt", c.updated_at AS "updatedAt",
    c.school_id AS "schoolId", c.name, c.role, c.email, c.telephone,
    c.mail_refused_on AS "mailRefusedOn"`);

export const SELECT_CONTACT = sql`SELECT ${CONTACT_COLUMNS} FROM contacts c`;

const READ_CONTACT = statement(
  'contacts.read',
  (id: string) => sql<Contact>`${SELECT_CONTACT} WHERE c.id = ${id} AND ${onRecord('c')}`,
);

export const CONTACT_BIN = binList('c');

const SELECT_DELETED = statement(
  'contacts.bin',
  () => sql<BinRow<DeletedContact>>`
  SELECT ${CONTACT_COLUMNS}, s.name AS "schoolName", s.region_id AS "regionId", ${inBinColumns('c')}
  FROM contacts c JOIN schools s ON s.id = c.school_id LEFT JOIN users d ON d.id = c.deleted_by_id`,
);

@Injectable()
export class ContactsService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly jobs: JobQueue,
  ) {}

  list(query: ListQuery<typeof CONTACT_LIST>): Promise<Page<Contact>> {
    const onRecordOnly = new SqlConditions().add(onRecord('c'), false);
    const conditions = addFilters(onRecordOnly, CONDITIONS, query.filter);
    return pageOf<Contact>(
      this.dataSource,
      { select: SELECT_CONTACT, conditions, order: query.order },
      query,
    );
  }

  /** @throws 404 */
  async get(id: string, manager: EntityManager = this.dataSource.manager): Promise<Contact> {
    const contact = await READ_CONTACT.row(manager, id);
    if (!contact) throw notFound('the contact');
    return contact;
  }

  create(user: SignedInUser, input: NewContactDto): Promise<Contact> {
    return this.write(async (manager) => {
      await requireWriteAtSchool(manager, user, input.schoolId);
      const { id } = await manager.save(ContactEntity, manager.create(ContactEntity, input));
      return this.get(id, manager);
    });
  }

  change(user: SignedInUser, id: string, sent: ContactChangeDto): Promise<Contact> {
    const { version, ...input } = sent;
    return this.write(async (manager) => {
      const present = () => this.get(id, manager);
      const contact = await lockForChange(manager, ContactEntity, id, {
        what: 'the contact',
        version,
        present,
      });
      await requireWriteAtSchool(manager, user, contact.schoolId);
      refuseOtherChanges(sent, await present());
      // Another address has not been refused yet.
      if ((input.email ?? null) !== contact.email) contact.mailRefusedOn = null;
      await manager.save(ContactEntity, Object.assign(contact, input));
      return this.get(id, manager);
    });
  }

  /**
   * @param version the version that was looked at; undefined removes the contact as it is
   * @throws 404; 409 with the contact as it is now in `current`
   */
  remove(user: SignedInUser, id: string, version?: number): Promise<Contact> {
    return this.write(async (manager) => {
      const present = () => this.get(id, manager);
      const held = await lockForChange(manager, ContactEntity, id, {
        ...{ what: 'the contact', version, present },
      });
      const contact = await present();
      await requireWriteAtSchool(manager, user, contact.schoolId);
      await putInBin(manager, ContactEntity, held, user);
      return contact;
    });
  }

  async bin(query: ListQuery<typeof BIN_LIST>): Promise<Page<DeletedContact>> {
    const conditions = binConditions('c', query.filter);
    const select = SELECT_DELETED.write();
    const page = await pageOf<BinRow<DeletedContact>>(
      this.dataSource,
      { select, conditions, order: query.order },
      query,
    );
    return { ...page, rows: page.rows.map(asInBin) as unknown as DeletedContact[] };
  }

  /** @throws 404 gone for good; 403 elsewhere than in one's regions; 409 not deleted */
  restore(user: SignedInUser, id: string): Promise<Contact> {
    return this.write(async (manager) => {
      await takeFromBin(manager, ContactEntity, id, {
        what: 'the contact',
        mayRestore: (contact) => requireWriteAtSchool(manager, user, contact.schoolId),
      });
      return this.get(id, manager);
    });
  }

  private async write<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    const answer = await this.transactions.write(work);
    await this.jobs.nudge('refresh-priority-scores', {});
    return answer;
  }
}
