import type { HeardSchools, RankedNeed, SchoolNeeds } from '@tracker/contract';
import { component, flag, integer, listOf, matching, note, text } from '../shapes';

const ACADEMIC_YEAR = matching('^\\d{4}-\\d{2}$', '2024-25');

export const RANKED_NEED = component<RankedNeed>('RankedNeed', 'A need, and how many have it.', {
  key: text('barriers.timetable'),
  label: text('Time in the timetable'),
  schools: note('Distinct schools.', integer(31)),
});

export const HEARD_SCHOOLS = component<HeardSchools>(
  'HeardSchools',
  'Schools that were heard; those whose answers are too few are not broken down.',
  { schools: integer(49), tooFew: flag(false) },
);

export const SCHOOL_NEEDS = component<SchoolNeeds>(
  'SchoolNeeds',
  'What schools need, the most frequent first. Answers of fewer than five schools are never broken down.',
  {
    academicYear: ACADEMIC_YEAR,
    schools: note('Distinct schools visited or with an answer.', integer(52)),
    tooFew: note('Nothing is broken down.', flag(false)),
    visited: HEARD_SCHOOLS,
    answered: HEARD_SCHOOLS,
    needs: note('Ticked by visitors.', listOf(RANKED_NEED)),
    barriers: note('Chosen by schools.', listOf(RANKED_NEED)),
    wanted: note('Chosen by schools.', listOf(RANKED_NEED)),
  },
);
