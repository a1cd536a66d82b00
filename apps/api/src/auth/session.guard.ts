import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { mayRunTheHub } from '@tracker/contract';
import type { FastifyRequest } from 'fastify';
import { forbidden, ProblemException } from '../http/problem';
import { HUB_ONLY, PUBLIC } from './request-user';
import { SESSION_COOKIE, SessionService } from './session.service';

/** Everything is closed without a session; what a route opens it says itself. */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: SessionService,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const targets = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean>(PUBLIC, targets)) return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const found = await this.sessions.find(request.cookies[SESSION_COOKIE]);
    if (!found) throw new ProblemException(401, 'Please sign in.');
    request.user = found.user;
    request.sessionId = found.sessionId;
    if (this.reflector.getAllAndOverride<boolean>(HUB_ONLY, targets) && !mayRunTheHub(found.user)) {
      throw forbidden('Only the Head of Participation and the administrator may do this.');
    }
    return true;
  }
}
