import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  CONTACT_ROLES,
  type ContactRole,
  type NewContact,
  type ContactChange,
  type VersionIfSeen,
} from '@tracker/contract';
import { LIMITS } from '@tracker/domain';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, IsUUID, Matches } from 'class-validator';
import { IsEmailAddress } from '../http/is-email-address';
import { Trimmed } from '../http/trimmed';
import { UpTo } from '../http/up-to';
import { RecordChange } from '../http/echoed-fields';

class ContactFieldsDto {
  @ApiProperty({ example: 'Jo Marsh' })
  @Trimmed()
  @IsString({ message: 'Give the contact a name.' })
  @Matches(/\S/, { message: 'Give the contact a name.' })
  @UpTo(LIMITS.contact.name, 'The name')
  name: string;

  @ApiProperty({ enum: CONTACT_ROLES })
  @IsIn(CONTACT_ROLES, { message: 'The role is head_teacher, music_lead or other.' })
  role: ContactRole;

  @ApiPropertyOptional({ type: String, nullable: true, example: 'music@school.example' })
  @IsOptional()
  @Trimmed()
  @IsEmailAddress()
  @UpTo(LIMITS.contact.email, 'The email address')
  email?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, example: '01632 960123' })
  @IsOptional()
  @IsString({ message: 'The telephone number is a text.' })
  @UpTo(LIMITS.contact.telephone, 'The telephone number')
  telephone?: string | null;
}

export class NewContactDto extends ContactFieldsDto implements NewContact {
  @ApiProperty({ format: 'uuid' })
  @IsUUID(undefined, { message: 'Say which school the contact belongs to.' })
  schoolId: string;
}

@RecordChange()
export class ContactChangeDto extends ContactFieldsDto implements ContactChange {
  @ApiProperty({ example: 1 })
  @IsInt({ message: 'Say which version of the contact the change was made from.' })
  version: number;
}

export class ContactRemovalDto implements VersionIfSeen {
  @ApiPropertyOptional({
    example: 1,
    description: 'The version that was looked at; left out, the contact goes whatever it says now',
  })
  @IsOptional()
  @Type(() => Number)
  @IsInt({ message: 'The version of the contact is a whole number.' })
  version?: number;
}
