import type { SchoolMatch } from './match-school';
import type { SchoolCandidate } from './school-candidates';
import type { SchoolQuery } from './school-query';

function inWords({ name, town, urn, status }: SchoolCandidate): string {
  const where = town ? `${town}, ` : '';
  return `${name} (${where}URN ${urn}${status === 'closed' ? ', closed' : ''})`;
}

/** Why a row's school was not found, with the candidates in words; null when it was found. */
export function unmatchedSentence(match: SchoolMatch, query: SchoolQuery): string | null {
  if ('schoolId' in match) return null;
  const name = query.schoolName ? `“${query.schoolName}”` : 'this name';
  const place = [query.town, query.postcode].filter(Boolean).join(', ');
  const named = place ? `${name}, ${place}` : name;
  if ('ambiguous' in match) {
    const which = match.ambiguous.map(inWords).join('; ');
    return query.urn === undefined
      ? `More than one school could be ${named}: ${which}.`
      : `URN ${query.urn} and the name ${name} mean different schools: ${which}.`;
  }
  const sought =
    query.urn === undefined
      ? `No school on record is called ${named}.`
      : `No school on record has URN ${query.urn}.`;
  if (match.unknown.length === 0) return sought;
  return `${sought} Closest: ${match.unknown.map(inWords).join('; ')}.`;
}
