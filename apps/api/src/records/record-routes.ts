import {
  applyDecorators,
  Body,
  Delete,
  Get,
  Param,
  Post,
  Put,
  Query,
  Res,
  type Type,
} from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { List } from '@tracker/contract';
import type { Component } from '@tracker/contract/shapes';
import type { FastifyReply } from 'fastify';
import { IdPipe } from '../http/id.pipe';
import { answerList, type Page } from '../http/list-answer';
import { type ListQuery, type ListSpec, readListQuery } from '../http/list-query';
import { ListQueryDto } from '../http/list-query.dto';
import { ApiList, one } from '../openapi/answers';

/** What the routes ask of a service; a `RecordsService` has it. */
export interface Records<L extends List, Row, New, Change> {
  list(query: ListQuery<L>): Promise<Page<Row>>;
  get(id: string): Promise<Row>;
  create(input: New): Promise<Row>;
  change(id: string, input: Change): Promise<Row>;
  remove(id: string): Promise<Row>;
}

interface Described<L extends List, Row, New, Change> {
  /** As its address and `Content-Range` call it. */
  resource: string;
  spec: ListSpec<L>;
  shape: Component<Row>;
  create: Type<New>;
  change: Type<Change>;
  /** What each route does, in a sentence; without one for `remove` there is no such route. */
  says: { list: string; get: string; create: string; change: string; remove?: string };
}

/**
 * The routes of records that are listed, read one by one, added, changed and, perhaps, removed. The
 * controller of a resource extends what this gives; which record routes it has is in the contract.
 */
export function recordRoutes<L extends List, Row, New extends object, Change extends object>(
  described: Described<L, Row, New, Change>,
) {
  const { resource, spec, shape, create, change, says } = described;
  const removes =
    says.remove === undefined
      ? []
      : [Delete(':id'), ApiOperation({ summary: says.remove }), ApiOkResponse(one(shape))];

  abstract class RecordRoutes {
    constructor(readonly records: Records<L, Row, New, Change>) {}

    @Get()
    @ApiOperation({ summary: says.list })
    @ApiList(resource, spec, shape)
    async list(
      @Query() raw: ListQueryDto,
      @Res({ passthrough: true }) reply: FastifyReply,
    ): Promise<Row[]> {
      const query = readListQuery(raw, spec);
      return answerList(reply, resource, query, await this.records.list(query));
    }

    @Get(':id')
    @ApiOperation({ summary: says.get })
    @ApiOkResponse(one(shape))
    get(@Param('id', IdPipe) id: string): Promise<Row> {
      return this.records.get(id);
    }

    @Post()
    @ApiOperation({ summary: says.create })
    @ApiCreatedResponse(one(shape))
    @Takes(create)
    create(@Body() input: New): Promise<Row> {
      return this.records.create(input);
    }

    @Put(':id')
    @ApiOperation({ summary: says.change })
    @ApiOkResponse(one(shape))
    @Takes(String, change)
    change(@Param('id', IdPipe) id: string, @Body() input: Change): Promise<Row> {
      return this.records.change(id, input);
    }

    @applyDecorators(...removes)
    remove(@Param('id', IdPipe) id: string): Promise<Row> {
      return this.records.remove(id);
    }
  }
  return RecordRoutes;
}

/**
 * Tells Nest the classes of a method's parameters, by which it checks and describes bodies: of a type
 * parameter the compiler has only `Object` to say.
 */
const Takes =
  (...types: Type[]): MethodDecorator =>
  (target, name) =>
    Reflect.defineMetadata('design:paramtypes', types, target, name);
