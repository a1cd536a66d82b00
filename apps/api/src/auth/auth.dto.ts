import { ApiProperty } from '@nestjs/swagger';
import type {
  FirstAdmin,
  NewPassword,
  PasswordChange,
  PasswordResetRequest,
  SignIn,
} from '@tracker/contract';
import { IsEmail, IsString, MaxLength, MinLength } from 'class-validator';
import { LIMITS } from '@tracker/domain';
import { IsEmailAddress } from '../http/is-email-address';
import { UpTo } from '../http/up-to';

const PASSWORD = {
  example: 'three herons on a tram',
  description:
    'At least 12 characters, not a common one, neither the email address nor the name; of which characters does not matter.',
};

export class SignInDto implements SignIn {
  @ApiProperty({ example: 'head@demo.example' })
  @IsString({ message: 'Type your email address.' })
  @MinLength(1, { message: 'Type your email address.' })
  @UpTo(LIMITS.user.email, 'The email address')
  email: string;

  @ApiProperty({ example: 'visit-every-school' })
  @IsString({ message: 'Type your password.' })
  @MinLength(1, { message: 'Type your password.' })
  @MaxLength(1000, { message: 'The password is too long.' })
  password: string;
}

export class NewPasswordDto implements NewPassword {
  @ApiProperty({ example: 'kq2mV0xS8bA1pYt7', description: 'From the link' })
  @IsString({ message: 'The link is incomplete. Copy the whole link.' })
  @MinLength(1, { message: 'The link is incomplete. Copy the whole link.' })
  @MaxLength(200, { message: 'The link is incomplete. Copy the whole link.' })
  token: string;

  @ApiProperty(PASSWORD)
  @IsString({ message: 'Choose a password.' })
  @MaxLength(4000, { message: 'The password has at most 1,000 characters.' })
  password: string;
}

export class PasswordResetDto implements PasswordResetRequest {
  @ApiProperty({ example: 'head@hub.example' })
  @IsString({ message: 'Type your email address.' })
  @IsEmailAddress()
  @UpTo(LIMITS.user.email, 'The email address')
  email: string;
}

export class FirstAdminDto extends NewPasswordDto implements FirstAdmin {
  @ApiProperty({ example: 'Ash Rook' })
  @IsString({ message: 'Type your name.' })
  @MinLength(1, { message: 'Type your name.' })
  @UpTo(LIMITS.user.name, 'A name')
  name: string;

  @ApiProperty({ example: 'admin@hub.example' })
  @IsEmail(undefined, { message: 'This does not look like an email address.' })
  @UpTo(LIMITS.user.email, 'The email address')
  email: string;
}

export class PasswordChangeDto implements PasswordChange {
  @ApiProperty({ example: 'three herons on a tram' })
  @IsString({ message: 'Type your current password.' })
  @MinLength(1, { message: 'Type your current password.' })
  @MaxLength(1000, { message: 'The password is too long.' })
  current: string;

  @ApiProperty(PASSWORD)
  @IsString({ message: 'Choose a new password.' })
  @MaxLength(4000, { message: 'The password has at most 1,000 characters.' })
  next: string;
}
