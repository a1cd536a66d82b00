import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { LIMITS, WEB_ADDRESS, type MailWording } from '@tracker/domain';
import { IsBoolean, IsInt, IsOptional, IsString, IsUUID, Matches, Max, Min } from 'class-validator';
import type {
  MailTemplateChange,
  OwnMailSettings,
  SaveMailSettings,
  VersionIfSeen,
  VisitRecipientChange,
} from '@tracker/contract';
import { IsEmailAddress } from '../http/is-email-address';
import { Trimmed } from '../http/trimmed';
import { UpTo } from '../http/up-to';

export class MailCommandDto implements VersionIfSeen {
  @ApiPropertyOptional({ example: 1, description: 'The version the decision was made from.' })
  @IsOptional()
  @IsInt({ message: 'The version is a whole number.' })
  version?: number;
}

export class MailWordingDto implements MailWording {
  @ApiProperty({ example: 'Our visit to {{school}} on {{day}}' })
  @IsString({ message: 'Write a subject.' })
  subject: string;

  @ApiProperty({ example: 'Dear {{contact}},\n\nwe look forward to our visit.' })
  @IsString({ message: 'Write a text.' })
  body: string;
}

export class MailTemplateChangeDto extends MailWordingDto implements MailTemplateChange {
  @ApiProperty({ example: 0, description: "0 changes the tracker's own wording." })
  @IsInt({ message: 'Say which version of the wording the change was made from.' })
  version: number;
}

export class MailSettingsDto implements SaveMailSettings {
  @ApiProperty({ example: 'Westshire Music Hub' })
  @Trimmed()
  @IsString({ message: 'Give the name of the hub.' })
  @Matches(/\S/, { message: 'Give the name of the hub.' })
  @UpTo(LIMITS.hub.name, 'The name')
  hubName: string;

  @ApiProperty({ example: 60, minimum: 15, maximum: 480 })
  @IsInt({ message: 'The length of a visit is a whole number of minutes.' })
  @Min(15, { message: 'A visit takes 15 minutes at least.' })
  @Max(480, { message: 'A visit takes eight hours at most.' })
  visitMinutes: number;

  @ApiPropertyOptional({
    ...{ type: String, nullable: true, example: 'office@westshire.example' },
    description: 'Whom schools can write to; left out, it stays as it is.',
  })
  @IsOptional()
  @Trimmed()
  @IsEmailAddress()
  @UpTo(LIMITS.contact.email, 'The email address')
  contactEmail?: string | null;

  @ApiPropertyOptional({
    ...{ type: String, nullable: true, example: 'https://westshire.example/privacy' },
    description: 'Where the privacy notice can be read; left out, it stays as it is.',
  })
  @IsOptional()
  @Trimmed()
  @Matches(WEB_ADDRESS, { message: 'Give the whole address of the page, beginning with https://' })
  @UpTo(LIMITS.hub.webAddress, 'The address of the page')
  privacyUrl?: string | null;
}

export class VisitRecipientDto implements VisitRecipientChange {
  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    description: 'null: chosen by role.',
  })
  @IsOptional()
  @IsUUID(undefined, { message: 'Say which contact of the school gets the email.' })
  contactId: string | null;
}

export class OwnMailSettingsDto implements OwnMailSettings {
  @ApiProperty({ example: true })
  @IsBoolean({ message: 'Say whether you want the daily digest: true or false.' })
  dailyDigest: boolean;
}
