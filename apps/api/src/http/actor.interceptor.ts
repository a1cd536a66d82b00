import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
} from '@nestjs/common';
import type { Actor } from '@tracker/server';
import type { FastifyRequest } from 'fastify';
import { Observable } from 'rxjs';
import { requestActor } from './transactions';

/** Keeps at hand, as long as a request is worked on, who sent it: the audit trail wants to know. */
@Injectable()
export class ActorInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { user, id } = context.switchToHttp().getRequest<FastifyRequest>();
    const actor: Actor = { kind: 'user', userId: user?.id, source: id };
    return new Observable((subscriber) =>
      requestActor.run(actor, () => next.handle().subscribe(subscriber)),
    );
  }
}
