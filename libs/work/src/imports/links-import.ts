import { createLinkReader, uniqueLinks, type Day, type RegisterLink } from '@tracker/domain';
import type { EntityManager } from 'typeorm';
import { rebuildLineage } from '../scoring';
import { BatchInsert } from './batch-insert';
import { readHeader, requireRows } from './file-rows';
import { ImportProblem } from './import-problem';
import type { ImportCounts, ImportSteps, ImportWork } from './import-work';
import {
  COUNT_LINKS,
  COUNT_LINKS_UNKNOWN,
  CREATE_STAGED_LINKS,
  FIND_CHANGED_LINKS,
  RECORD_LINK_CHANGES,
  STAGE_LINKS,
  WRITE_LINKS,
} from './links-import.queries';
import { lookAtLinks } from './look-at-register';
import { NOTHING_TO_SAY } from './register-file';

const pairOf = (link: RegisterLink): string => `${link.predecessorUrn}>${link.successorUrn}`;

/** Lays links ready to be applied, one for each pair of schools. */
export async function stageLinks(
  manager: EntityManager,
  links: readonly RegisterLink[],
): Promise<void> {
  await CREATE_STAGED_LINKS.run(manager);
  const staging = new BatchInsert<RegisterLink>((rows) => STAGE_LINKS.run(manager, rows));
  for (const link of uniqueLinks(links)) await staging.add(link);
  await staging.flush();
}

/** Brings the links on record in line with those laid ready. */
export async function applyLinks({ manager, record }: ImportWork): Promise<ImportCounts> {
  await FIND_CHANGED_LINKS.run(manager);
  const counts = await COUNT_LINKS.one(manager);
  if (counts.created + counts.updated === 0) return counts;
  await RECORD_LINK_CHANGES.run(manager, record.id);
  await WRITE_LINKS.run(manager);
  await rebuildLineage(manager);
  return counts;
}

/**
 * Who followed whom. Links are kept by URN, so that those of schools not on record (yet) count as
 * soon as they are. What is counted are links: the register tells of most of them on two rows, and
 * the second row is passed over.
 */
export const linksImport: ImportSteps = {
  async stage(work, rows) {
    const file = await readHeader(rows);
    work.header = file.header;
    const reader = createLinkReader(file.header);
    if ('problem' in reader) throw new ImportProblem(reader.problem);
    // All of England's links are some twenty thousand of four short values.
    const links: RegisterLink[] = [];
    const dayOf = new Map<string, Day | null>();
    let noSchools = 0;
    for await (const { line, cells } of requireRows(file.rows)) {
      const row = reader.read(cells, line);
      if ('links' in row) {
        if (row.links.every((link) => dayOf.has(pairOf(link)))) work.skipped += 1;
        // The day may stand on either of the two rows.
        for (const link of row.links) {
          dayOf.set(pairOf(link), dayOf.get(pairOf(link)) ?? link.establishedOn);
        }
        links.push(...row.links);
      } else if ('rejection' in row) await work.rejections.reject(row.rejection, cells);
      else if (row.noSchool) noSchools += 1;
      else work.skipped += 1;
    }
    await stageLinks(
      work.manager,
      links.map((link) => ({ ...link, establishedOn: dayOf.get(pairOf(link)) ?? null })),
    );
    work.register = { ...NOTHING_TO_SAY, noSchools };
  },

  async apply(work) {
    const counts = await applyLinks(work);
    const { count } = await COUNT_LINKS_UNKNOWN.one(work.manager);
    if (work.register) work.register.linksUnknown = count;
    await lookAtLinks(work);
    return counts;
  },
};
