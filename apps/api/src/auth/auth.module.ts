import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { UserEntity } from '@tracker/data';
import { AccountLinks } from './account-links.service';
import { AuthController } from './auth.controller';
import { AuthService } from './auth.service';
import { FirstAdminService } from './first-admin.service';
import { PasswordsController } from './passwords.controller';
import { PasswordResetsService } from './password-resets.service';
import { PasswordsService } from './passwords.service';
import { PermissionsGuard } from './permissions.guard';
import { SessionService } from './session.service';
import { SessionsController } from './sessions.controller';

@Module({
  imports: [TypeOrmModule.forFeature([UserEntity])],
  controllers: [AuthController, SessionsController, PasswordsController],
  providers: [
    AccountLinks,
    AuthService,
    FirstAdminService,
    PasswordResetsService,
    PasswordsService,
    SessionService,
    { provide: APP_GUARD, useClass: PermissionsGuard },
  ],
  exports: [AccountLinks, SessionService],
})
export class AuthModule {}
