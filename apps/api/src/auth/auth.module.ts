import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { UserEntity } from '@tracker/server';
import { AuthController } from './auth.controller';
import { AuthService } from './auth.service';
import { HubOnlyGuard } from './hub-only.guard';
import { SessionService } from './session.service';

@Module({
  imports: [TypeOrmModule.forFeature([UserEntity])],
  controllers: [AuthController],
  providers: [AuthService, SessionService, { provide: APP_GUARD, useClass: HubOnlyGuard }],
})
export class AuthModule {}
