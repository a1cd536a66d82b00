import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type {
  RowDecision,
  SheetOptions,
  VisitChoiceOfField,
  VisitReadingOptions,
  VisitorChoice,
} from '@tracker/contract';
import { isAcademicYear, isDay } from '@tracker/domain';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Max,
  Min,
  ValidateBy,
  ValidateNested,
} from 'class-validator';

const is = (name: string, validate: (value: unknown) => boolean, message: string) =>
  ValidateBy({ name, validator: { validate } }, { message });

export class SheetOptionsDto implements SheetOptions {
  @ApiProperty({ example: 0, description: 'Position in the workbook, 0 the first' })
  @IsInt({ message: 'The index of a sheet is a whole number, 0 the first.' })
  @Min(0, { message: 'The index of a sheet is 0 or more.' })
  @Max(10_000, { message: 'No workbook has as many sheets.' })
  index: number;

  @ApiPropertyOptional({ description: 'Whether it is read at all' })
  @IsOptional()
  @IsBoolean({ message: 'read is true or false.' })
  read?: boolean;

  @ApiPropertyOptional({ example: 3, description: 'Line of the column names, 1 the first' })
  @IsOptional()
  @IsInt({ message: 'headerLine is the number of a line, 1 the first.' })
  @Min(1, { message: 'headerLine is the number of a line, 1 the first.' })
  headerLine?: number;

  @ApiPropertyOptional({
    type: Object,
    example: { schoolName: 0, visitedOn: [2, 4] },
    description:
      'Field -> number of its column, or several; complete: fields left out are not read',
  })
  @IsOptional()
  @IsObject({ message: 'mapping is an object of column numbers.' })
  mapping?: VisitChoiceOfField;

  @ApiPropertyOptional({
    type: String,
    nullable: true,
    example: '2023-24',
    description: 'Of days that name no year; null: such days are handed back',
  })
  @IsOptional()
  @is('academicYear', isAcademicYear, 'The academic year is written like 2023-24.')
  academicYear?: string | null;
}

/** How a file of visits is to be read again. */
export class VisitReadingOptionsDto implements VisitReadingOptions {
  @ApiPropertyOptional({ type: [SheetOptionsDto] })
  @IsOptional()
  @IsArray({ message: 'sheets is a list.' })
  @ArrayMaxSize(200, { message: 'At most 200 sheets can be chosen.' })
  @ValidateNested({ each: true })
  @Type(() => SheetOptionsDto)
  sheets?: SheetOptionsDto[];

  @ApiPropertyOptional({
    type: Object,
    example: { 'held-0-4': 'unrelated' },
    description: 'Key of a question -> value of the answer',
  })
  @IsOptional()
  @IsObject({ message: 'answers is an object of questions and answers.' })
  answers?: Record<string, string>;

  @ApiPropertyOptional({ description: 'Whether rows that differ from the record change it' })
  @IsOptional()
  @IsBoolean({ message: 'takeChanges is true or false.' })
  takeChanges?: boolean;
}

export class RowDecisionDto implements RowDecision {
  @ApiPropertyOptional({ description: 'Leave the row out' })
  @IsOptional()
  @IsBoolean({ message: 'skip is true or false.' })
  skip?: boolean;

  @ApiPropertyOptional({ type: String, format: 'uuid', nullable: true })
  @IsOptional()
  @IsUUID(undefined, { message: 'The school is an id.' })
  schoolId?: string | null;

  @ApiPropertyOptional({
    description: 'Whether the school is remembered for this name; true unless said',
  })
  @IsOptional()
  @IsBoolean({ message: 'remember is true or false.' })
  remember?: boolean;

  @ApiPropertyOptional({ type: String, format: 'date', nullable: true, example: '2024-01-15' })
  @IsOptional()
  @is('day', isDay, 'The day is a real date, such as 2024-01-15.')
  visitedOn?: string | null;

  @ApiPropertyOptional({ description: 'It did take place, whatever the row says' })
  @IsOptional()
  @IsBoolean({ message: 'tookPlace is true or false.' })
  tookPlace?: boolean;

  @ApiPropertyOptional({ enum: ['another', 'change'], type: String, nullable: true })
  @IsOptional()
  @IsIn(['another', 'change'], { message: 'sameDay is another or change.' })
  sameDay?: 'another' | 'change' | null;
}

export class VisitorChoiceDto implements VisitorChoice {
  @ApiProperty({ example: 'CL', description: 'As the file writes it' })
  @IsString({ message: 'Say which name is meant.' })
  @Length(1, 500, { message: 'A name has 1 to 500 characters.' })
  name: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'null forgets it' })
  @IsOptional()
  @IsUUID(undefined, { message: 'The person is an id.' })
  userId: string | null;
}
