import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Day, PlanReading } from '@tracker/domain';
import { readPlanOutside, UnreadableFileError } from '@tracker/files';

const DOCUMENT = /\.(txt|pdf|docx|html?)$/i;

/** What a reading says, field by field, without where it says so; persons as their number. */
function valuesOf({ fields, warnings, sections, suggestedYears }: PlanReading) {
  const { musicLead, leadershipLead, ...others } = fields;
  return {
    ...Object.fromEntries(Object.entries(others).map(([name, { value }]) => [name, value])),
    musicLeadNamed: musicLead.value?.length ?? null,
    leadershipLeadNamed: leadershipLead.value?.length ?? null,
    nationalPlanListCopied: warnings.some(({ key }) => key === 'national_plan_list_copied'),
    warnings: warnings.map(({ key }) => key),
    sections,
    suggestedYears,
  };
}

/**
 * Reads every document of a folder, each in a process of its own as the worker does, and writes what
 * was read by file name. A document that cannot be read is named and left out.
 */
export async function benchmarkPlanReading(folder: string, out: string, today: Day): Promise<void> {
  const names = (await readdir(folder)).filter((name) => DOCUMENT.test(name)).sort();
  const readings: Record<string, ReturnType<typeof valuesOf>> = {};
  for (const name of names) {
    const begun = performance.now();
    try {
      const { reading } = await readPlanOutside({ source: { path: join(folder, name) }, today });
      readings[name] = valuesOf(reading);
      const values = Object.values(reading.fields).filter(({ value }) => value !== null).length;
      console.log(
        `${name}: ${values} fields, ${reading.warnings.length} warnings, in ` +
          `${(performance.now() - begun).toFixed(0)} ms with a process of its own`,
      );
    } catch (error) {
      if (!(error instanceof UnreadableFileError)) throw error;
      console.log(`${name}: ${error.message}`);
    }
  }
  await writeFile(out, `${JSON.stringify(readings, null, 2)}\n`);
  console.log(`${Object.keys(readings).length} of ${names.length} documents read into ${out}`);
}
