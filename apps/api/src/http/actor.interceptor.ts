import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
} from '@nestjs/common';
import { type Actor, beginWithSettings } from '@tracker/data';
import type { FastifyRequest } from 'fastify';
import { Observable } from 'rxjs';
import { requestActor } from './transactions';

/**
 * Keeps at hand, as long as a request is worked on, who sent it, because the audit trail wants to know,
 * and the settings that came with the session.
 */
@Injectable()
export class ActorInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { user, id, settings } = context.switchToHttp().getRequest<FastifyRequest>();
    const actor: Actor = { kind: 'user', userId: user?.id, source: id };
    return new Observable((subscriber) => {
      const work = () => requestActor.run(actor, () => next.handle().subscribe(subscriber));
      return settings === undefined ? work() : beginWithSettings(settings, work);
    });
  }
}
