import type { ReactNode } from 'react';
import type { School } from '@tracker/contract';
import {
  REGISTER_FIELDS,
  type RegisterField,
  registerKeysIn,
  type ServedRegisterKey,
} from '@tracker/domain';
import { count, DayText, percent } from './texts';

function factOf(school: School, key: ServedRegisterKey): ReactNode {
  const value = school[key];
  const { kind }: RegisterField = REGISTER_FIELDS[key];
  if (typeof value !== 'number') return kind === 'day' && value ? <DayText day={value} /> : value;
  return kind === 'percent' ? percent(value) : count(value);
}

/** What the register says of a school as it is, by the fields' keys, for a list of facts. */
export const registerFacts = (school: School, place: 'page' | 'brief') =>
  registerKeysIn(place).map((key) => ({
    key,
    fact: [REGISTER_FIELDS[key].label, factOf(school, key)] as const,
  }));
