import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { type Permission, permissionOf, reachOf } from '@tracker/contract';
import type { FastifyRequest } from 'fastify';
import { forbidden } from '../http/problem';

/** Why somebody is turned away, in a sentence. */
export const REFUSALS: Record<Permission, string> = {
  read: 'Your role may not see this.',
  reports: 'You may not make or download reports.',
  ownAccount: 'Your role may not do this.',
  schoolRecords: 'Your role reads and exports; it may not change records.',
  actions: 'Your role reads and exports; it may not change records.',
  visitorTime: 'Your role visits no schools; it may not change this.',
  runHub: 'Only the Head of Participation and the administrator may do this.',
  settings: 'Only the Head of Participation and the administrator change the settings.',
  staffAddresses: 'Only the Head of Participation and the administrator may see this.',
  users: 'Only an administrator may do this.',
  audit: 'Only an administrator reads the audit trail.',
};

/**
 * Holds every route to the table of permissions; one that does not stand there is refused. For
 * which schools a role may write is asked where the school is known: see `requireWrite`.
 */
@Injectable()
export class PermissionsGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const { method, routeOptions, user } = context.switchToHttp().getRequest<FastifyRequest>();
    const path = (routeOptions.url ?? '').replace(/:(\w+)/g, '{$1}');
    const permission = permissionOf(method === 'HEAD' ? 'GET' : method, path);
    if (permission === 'open') return true;
    if (permission === undefined || !user) throw forbidden('Nobody may do this.');
    if (reachOf(user, permission) === 'none') throw forbidden(REFUSALS[permission]);
    return true;
  }
}
