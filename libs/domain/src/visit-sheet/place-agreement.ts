import { tidyPostcode } from '../register/contact-values';
import type { IndexEntry } from './school-index';
import { townKey } from './school-name';

/**
 * Whether a row's town and postcode fit a school: `agrees` when either is the school's own,
 * `contradicts` when what can be compared is different, `silent` when nothing can be, or when the
 * town is a part of the school's ("Letchworth", "Letchworth Garden City") and so says little.
 */
export function placeAgreement(
  said: { town?: string; postcode?: string },
  { school, places }: IndexEntry,
): 'agrees' | 'contradicts' | 'silent' {
  const postcode = tidyPostcode(said.postcode ?? '');
  if (postcode !== '' && postcode === school.postcode) return 'agrees';
  const town = townKey(said.town ?? '');
  if (town !== '' && places.has(town)) return 'agrees';
  if (town !== '' && places.size > 0) {
    const partly = [...places].some(
      (place) => ` ${place} `.includes(` ${town} `) || ` ${town} `.includes(` ${place} `),
    );
    return partly ? 'silent' : 'contradicts';
  }
  // A school may have moved round the corner, but not to another postal district.
  const district = postcode.split(' ')[0];
  const moved = postcode.includes(' ') && school.postcode?.includes(' ');
  return moved && district !== school.postcode?.split(' ')[0] ? 'contradicts' : 'silent';
}
