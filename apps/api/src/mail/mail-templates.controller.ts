import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { MailPreview, MailSettings, MailTemplate } from '@tracker/contract';
import { MAIL_PREVIEW, MAIL_SETTINGS, MAIL_TEMPLATE } from '@tracker/contract/shapes';
import { TEMPLATE_KINDS, type TemplateKind } from '@tracker/domain';
import { one, several } from '../openapi/answers';
import { KindPipe } from './kind.pipe';
import { MailTemplatesService } from './mail-templates.service';
import { MailSettingsDto, MailTemplateChangeDto, MailWordingDto } from './mails.dto';

const KIND = { name: 'kind', enum: TEMPLATE_KINDS, description: 'The kind of email.' };

@ApiTags('Email')
@Controller()
export class MailTemplatesController {
  constructor(private readonly templates: MailTemplatesService) {}

  @Get('mail-templates')
  @ApiOperation({ summary: 'The wording of each kind of email.' })
  @ApiOkResponse(several('One for each kind.', MAIL_TEMPLATE))
  list(): Promise<MailTemplate[]> {
    return this.templates.list();
  }

  @Get('mail-templates/:kind')
  @ApiOperation({ summary: 'The wording of one kind of email.' })
  @ApiParam(KIND)
  @ApiOkResponse(one(MAIL_TEMPLATE))
  get(@Param('kind', KindPipe) kind: TemplateKind): Promise<MailTemplate> {
    return this.templates.get(kind);
  }

  @Put('mail-templates/:kind')
  @ApiOperation({ summary: 'Word a kind of email.' })
  @ApiParam(KIND)
  @ApiOkResponse(one(MAIL_TEMPLATE))
  change(
    @Param('kind', KindPipe) kind: TemplateKind,
    @Body() input: MailTemplateChangeDto,
  ): Promise<MailTemplate> {
    return this.templates.change(kind, input);
  }

  @Delete('mail-templates/:kind')
  @ApiOperation({ summary: "Go back to the tracker's own wording." })
  @ApiParam(KIND)
  @ApiOkResponse(one(MAIL_TEMPLATE))
  reset(@Param('kind', KindPipe) kind: TemplateKind): Promise<MailTemplate> {
    return this.templates.reset(kind);
  }

  @Post('mail-templates/:kind/preview')
  @HttpCode(200)
  @ApiOperation({ summary: 'How a wording would read; nothing is saved.' })
  @ApiParam(KIND)
  @ApiOkResponse(one(MAIL_PREVIEW))
  preview(
    @Param('kind', KindPipe) kind: TemplateKind,
    @Body() wording: MailWordingDto,
  ): Promise<MailPreview> {
    return this.templates.preview(kind, wording);
  }

  @Get('mail-settings')
  @ApiOperation({ summary: 'How the hub calls itself in emails, and how long a visit takes.' })
  @ApiOkResponse(one(MAIL_SETTINGS))
  settings(): Promise<MailSettings> {
    return this.templates.settings();
  }

  @Put('mail-settings')
  @ApiOperation({
    summary: 'Change how the hub calls itself in emails, and how long a visit takes.',
  })
  @ApiOkResponse(one(MAIL_SETTINGS))
  changeSettings(@Body() input: MailSettingsDto): Promise<MailSettings> {
    return this.templates.changeSettings(input);
  }
}
