import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Post,
  Put,
  Query,
  Res,
} from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { Contact, DeletedContact, SignedInUser } from '@tracker/contract';
import { CONTACT, DELETED_CONTACT } from '@tracker/contract/shapes';
import type { FastifyReply } from 'fastify';
import { CurrentUser } from '../auth/request-user';
import { IdPipe } from '../http/id.pipe';
import { answerList } from '../http/list-answer';
import { readListQuery } from '../http/list-query';
import { ListQueryDto } from '../http/list-query.dto';
import { ApiList, one } from '../openapi/answers';
import { ContactChangeDto, ContactRemovalDto, NewContactDto } from './contacts.dto';
import { CONTACT_BIN, CONTACT_SPEC, ContactsService } from './contacts.service';

@ApiTags('Contacts')
@Controller('contacts')
export class ContactsController {
  constructor(private readonly contacts: ContactsService) {}

  @Get()
  @ApiOperation({ summary: 'People at schools.' })
  @ApiList('contacts', CONTACT_SPEC, CONTACT)
  async list(
    @Query() raw: ListQueryDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Contact[]> {
    const query = readListQuery(raw, CONTACT_SPEC);
    return answerList(reply, 'contacts', query, await this.contacts.list(query));
  }

  @Get('bin')
  @ApiOperation({ summary: 'Contacts that were deleted in the last 30 days, the latest first.' })
  @ApiList('contacts', CONTACT_BIN, DELETED_CONTACT)
  async bin(
    @Query() raw: ListQueryDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DeletedContact[]> {
    const query = readListQuery(raw, CONTACT_BIN);
    return answerList(reply, 'contacts', query, await this.contacts.bin(query));
  }

  @Post(':id/restore')
  @HttpCode(200)
  @ApiOperation({ summary: 'Bring a deleted contact back.' })
  @ApiOkResponse(one(CONTACT))
  restore(@CurrentUser() user: SignedInUser, @Param('id', IdPipe) id: string): Promise<Contact> {
    return this.contacts.restore(user, id);
  }

  @Get(':id')
  @ApiOperation({ summary: 'One contact.' })
  @ApiOkResponse(one(CONTACT))
  get(@Param('id', IdPipe) id: string): Promise<Contact> {
    return this.contacts.get(id);
  }

  @Post()
  @ApiOperation({ summary: 'Add a person at a school.' })
  @ApiCreatedResponse(one(CONTACT))
  @ApiNotFoundResponse({ description: 'The school is not on record.' })
  create(@CurrentUser() user: SignedInUser, @Body() input: NewContactDto): Promise<Contact> {
    return this.contacts.create(user, input);
  }

  @Put(':id')
  @ApiOperation({ summary: 'Change a contact.' })
  @ApiOkResponse(one(CONTACT))
  change(
    @CurrentUser() user: SignedInUser,
    @Param('id', IdPipe) id: string,
    @Body() input: ContactChangeDto,
  ): Promise<Contact> {
    return this.contacts.change(user, id, input);
  }

  @Delete(':id')
  @ApiOperation({ summary: 'Delete a contact; it can be brought back for 30 days.' })
  @ApiOkResponse(one(CONTACT))
  remove(
    @CurrentUser() user: SignedInUser,
    @Param('id', IdPipe) id: string,
    @Query() seen: ContactRemovalDto,
  ): Promise<Contact> {
    return this.contacts.remove(user, id, seen.version);
  }
}
