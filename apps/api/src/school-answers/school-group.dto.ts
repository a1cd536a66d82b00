import { ApiPropertyOptional } from '@nestjs/swagger';
import { FSM_BANDS, type FsmBand } from '@tracker/contract';
import { type AcademicYear, isAcademicYear } from '@tracker/domain';
import {
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  ValidateBy,
} from 'class-validator';

/** An academic year written as people write it. */
export function IsAcademicYear(): PropertyDecorator {
  return ValidateBy({
    name: 'isAcademicYear',
    validator: {
      validate: isAcademicYear,
      defaultMessage: (given) =>
        `${JSON.stringify(given?.value)?.slice(0, 40)} is not an academic year; write it 2024-25.`,
    },
  });
}

/** Whose answers are summed up; the query string of every summary. */
export class SchoolGroupQueryDto {
  @ApiPropertyOptional({ example: '2024-25', description: 'Left out, the current one' })
  @IsOptional()
  @IsAcademicYear()
  academicYear?: AcademicYear;

  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsUUID(undefined, { message: 'The region is the id of a region.' })
  regionId?: string;

  @ApiPropertyOptional({ example: 'Primary', description: 'As the register calls it' })
  @IsOptional()
  @IsString({ message: 'The phase is a text.' })
  @MaxLength(100, { message: 'A phase has at most 100 characters.' })
  @Matches(/^[^\0]*$/, { message: 'The phase has a character that no phase has.' })
  phase?: string;

  @ApiPropertyOptional({ enum: FSM_BANDS })
  @IsOptional()
  @IsIn(FSM_BANDS, { message: `The band is one of ${FSM_BANDS.join(', ')}.` })
  fsmBand?: FsmBand;
}
