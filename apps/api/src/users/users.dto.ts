import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ROLES, type Role, type NewUser, type UserChange } from '@tracker/contract';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsEmail,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  ValidateIf,
} from 'class-validator';
import { LIMITS } from '@tracker/domain';
import { UpTo } from '../http/up-to';

const REGIONS = {
  type: String,
  isArray: true,
  format: 'uuid',
  description: 'For the role `regional`; empty for the others',
};
const ROLE_MESSAGE = `A role is one of ${ROLES.join(', ')}.`;
/** Absent is fine, null is not: a value of the record is never taken away. */
const IfGiven = () => ValidateIf((_, value) => value !== undefined);

export class NewUserDto implements NewUser {
  @ApiProperty({ example: 'Ash Rook' })
  @IsString({ message: 'Give the name.' })
  @Matches(/\S/, { message: 'Give the name.' })
  @UpTo(LIMITS.user.name, 'A name')
  name: string;

  @ApiProperty({ example: 'ash.rook@hub.example' })
  @IsEmail(undefined, { message: 'This does not look like an email address.' })
  @UpTo(LIMITS.user.email, 'The email address')
  email: string;

  @ApiProperty({ enum: ROLES, example: 'regional' })
  @IsIn(ROLES, { message: ROLE_MESSAGE })
  role: Role;

  @ApiPropertyOptional(REGIONS)
  @IsOptional()
  @IsArray({ message: 'Regions are a list of ids.' })
  @ArrayMaxSize(100)
  @ArrayUnique({ message: 'A region is named twice.' })
  @IsUUID(undefined, { each: true, message: 'Regions are a list of ids.' })
  regionIds?: string[];
}

export class UserChangeDto implements UserChange {
  @ApiProperty({ example: 1 })
  @IsInt({ message: 'Say which version of the user the change was made from.' })
  version: number;

  @ApiPropertyOptional({ example: 'Ash Rook' })
  @IfGiven()
  @IsString({ message: 'Give the name.' })
  @Matches(/\S/, { message: 'Give the name.' })
  @UpTo(LIMITS.user.name, 'A name')
  name?: string;

  @ApiPropertyOptional({ enum: ROLES, example: 'regional' })
  @IfGiven()
  @IsIn(ROLES, { message: ROLE_MESSAGE })
  role?: Role;

  @ApiPropertyOptional(REGIONS)
  @IfGiven()
  @IsArray({ message: 'Regions are a list of ids.' })
  @ArrayMaxSize(100)
  @ArrayUnique({ message: 'A region is named twice.' })
  @IsUUID(undefined, { each: true, message: 'Regions are a list of ids.' })
  regionIds?: string[];

  @ApiPropertyOptional({ example: true, description: 'Whether they may sign in' })
  @IfGiven()
  @IsBoolean({ message: 'Active is true or false.' })
  active?: boolean;
}
