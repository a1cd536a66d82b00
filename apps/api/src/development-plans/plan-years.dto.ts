import { LIMITS } from '@tracker/domain';
import { ArrayMaxSize, IsArray, IsString } from 'class-validator';

/** Of `ApiProperty`. */
export const YEARS = {
  type: [String] as [typeof String],
  ...{ example: ['2024-25'], minItems: 1, maxItems: LIMITS.plan.years },
  description: 'Those it covers, which follow each other',
};
export const Years = (): PropertyDecorator => (target, key) => {
  const most = { message: `A plan covers at most ${LIMITS.plan.years} academic years.` };
  ArrayMaxSize(LIMITS.plan.years, most)(target, key);
  IsString({ each: true, message: 'An academic year is a text, such as 2024-25.' })(target, key);
  IsArray({ message: 'Academic years are a list, such as ["2024-25"].' })(target, key);
};
