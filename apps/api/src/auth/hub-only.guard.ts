import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { mayRunTheHub } from '@tracker/contract';
import type { FastifyRequest } from 'fastify';
import { forbidden } from '../http/problem';
import { HUB_ONLY } from './request-user';

/** Keeps routes marked `HubOnly` for those who run the hub. */
@Injectable()
export class HubOnlyGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const targets = [context.getHandler(), context.getClass()];
    if (!this.reflector.getAllAndOverride<boolean>(HUB_ONLY, targets)) return true;
    const { user } = context.switchToHttp().getRequest<FastifyRequest>();
    if (user && mayRunTheHub(user)) return true;
    throw forbidden('Only the Head of Participation and the administrator may do this.');
  }
}
