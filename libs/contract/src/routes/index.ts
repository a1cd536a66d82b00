import type { ResourceRoutes } from '../resources';
import type { AccountRoutes } from './account-routes';
import type { CapacityRoutes } from './capacity-routes';
import type { DayOfferRoutes } from './day-offer-routes';
import type { HubRoutes } from './hub-routes';
import type { PlanRoutes } from './plan-routes';
import type { RecordRoutes } from './record-routes';
import type { SurveyRoutes } from './survey-routes';
import type { VisitPlanRoutes } from './visit-plan-routes';

/**
 * Every route of the API: the query and body it takes, and what it answers, or that it sends a file. A
 * route stands here and in the table of permissions; in one of them alone it does not compile.
 */
export interface Routes
  extends
    AccountRoutes,
    CapacityRoutes,
    DayOfferRoutes,
    HubRoutes,
    PlanRoutes,
    RecordRoutes,
    ResourceRoutes,
    SurveyRoutes,
    VisitPlanRoutes {}

export type RouteKey = keyof Routes;

/** Routes that send a file. */
export type FileRoute = {
  [R in RouteKey]: Routes[R] extends { file: true } ? R : never;
}[RouteKey];

type ListedName<R> = R extends `GET /api/${infer Name}`
  ? Name extends `${string}/${string}`
    ? never
    : Name
  : never;

/** Resources that are listed, as their addresses call them. */
export type ListedResource = {
  [R in RouteKey]: Routes[R] extends { query: { range?: unknown }; answer: unknown[] }
    ? ListedName<R>
    : never;
}[RouteKey];

/** What the list of a resource can be sorted by. */
export type SortOfResource<Name extends ListedResource> = Routes[`GET /api/${Name}`] extends {
  query: { sort?: readonly [infer Sort extends string, unknown] };
}
  ? Sort
  : never;

/** Routes that answer with rows, a page of a list. */
export type PagedRoute = {
  [R in RouteKey]: Routes[R] extends { query: { range?: unknown }; answer: unknown[] } ? R : never;
}[RouteKey];

export type AnswerOf<R extends RouteKey> = Routes[R] extends { answer: infer Answer }
  ? Answer
  : never;

type ParameterOf<Path> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? Name | ParameterOf<Rest>
  : never;

type QueryOf<Route> = Route extends { query: infer Query }
  ? Partial<Query> extends Query
    ? { query?: Query }
    : { query: Query }
  : unknown;

type BodyOf<Route> = Route extends { body: infer Body } ? { body: Body } : unknown;

/** The parameters of a path by name, and the query. */
export type AddressOf<R extends RouteKey> = Record<ParameterOf<R>, string> & QueryOf<Routes[R]>;

/** An address and a body. */
export type AskOf<R extends RouteKey> = AddressOf<R> & BodyOf<Routes[R]>;
