import type { SurveyVersion } from '@tracker/contract';
import { useSaveWithConflicts } from '../conflicts/use-conflicts';
import { draftFields, draftOf, draftValues } from './draft-conflict';
import { call } from '../providers/call';

interface Wish {
  /** As it was opened or last saved. */
  saved: SurveyVersion;
  /** As it stands on the screen. */
  draft: SurveyVersion;
}

/**
 * Saves a draft. When somebody else saved it meanwhile, the two are put together question by question,
 * and what both changed is asked about. Resolves to `false` when the person goes back to the form.
 */
export function useSaveDraft() {
  const saveWithConflicts = useSaveWithConflicts();
  return async ({ saved, draft }: Wish): Promise<SurveyVersion | false> => {
    let theirs = saved;
    // Read only once somebody may have been quicker: the questions they added are fields as well.
    const stored = await call('GET /api/survey-versions/{id}', { id: saved.id });
    if (stored.publishedAt !== null) {
      throw new Error(
        'Someone else has published this survey in the meantime. Your changes are still here and go into a new version.',
      );
    }
    return saveWithConflicts({
      title: saved.title,
      fields: draftFields(saved, stored, draft),
      values: draftValues(draft),
      original: draftValues(saved),
      version: saved.version,
      read: (current) => {
        theirs = current as unknown as SurveyVersion;
        return draftValues(theirs);
      },
      save: (values, version) =>
        call('PUT /api/survey-versions/{id}', {
          id: saved.id,
          body: { ...draftOf(values, { base: saved, mine: draft, theirs }), version },
        }),
    });
  };
}
