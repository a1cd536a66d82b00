import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { REPORT_TEMPLATE } from '@tracker/contract/shapes';
import { recordRoutes } from '../records/record-routes';
import { NewReportTemplateDto, ReportTemplateChangeDto } from './report-templates.dto';
import { REPORT_TEMPLATE_SPEC, ReportTemplatesService } from './report-templates.service';

@ApiTags('Reports')
@Controller('report-templates')
export class ReportTemplatesController extends recordRoutes({
  resource: 'report-templates',
  spec: REPORT_TEMPLATE_SPEC,
  shape: REPORT_TEMPLATE,
  create: NewReportTemplateDto,
  change: ReportTemplateChangeDto,
  says: {
    list: 'Choices of columns for figures by school.',
    get: 'One choice of columns.',
    create: 'Keep a choice of columns under a name.',
    change: 'Change its name or columns.',
    remove: 'Remove it; reports made by it stay.',
  },
}) {
  constructor(templates: ReportTemplatesService) {
    super(templates);
  }
}
