import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { SESSION_COOKIE } from '../http/session-cookie';
import { completeDocument } from './complete-document';

const DESCRIPTION = `Schools, visits, and which schools to visit next.

**Sign-in.** \`POST /api/auth/sign-in\` sets the session cookie; everything but health and sign-in needs it. A write whose \`Origin\` is another site's is refused with 403.

**Lists** take \`filter\`, \`range\` and \`sort\` as JSON and say in \`Content-Range\` which rows of how many they give.

**Versions.** An update carries the \`version\` it was made from; a stale one is answered 409 with the record as it is now in \`current\`.

**Errors** are problem details (RFC 9457), \`application/problem+json\`, with a sentence in \`detail\` and each wrong field in \`errors\`.

Days are written \`YYYY-MM-DD\` (names that end in \`On\`), instants in ISO 8601 (\`At\`).`;

/** Serves the description of the API: a page at /api/docs, the document itself at /api/docs-json. */
export function describeApi(app: NestFastifyApplication): void {
  const config = new DocumentBuilder()
    .setTitle('School Engagement Tracker')
    .setDescription(DESCRIPTION)
    .setVersion('1')
    .addCookieAuth(SESSION_COOKIE)
    .addSecurityRequirements('cookie')
    .build();
  SwaggerModule.setup(
    'api/docs',
    app,
    () => completeDocument(SwaggerModule.createDocument(app, config)),
    { jsonDocumentUrl: 'api/docs-json', yamlDocumentUrl: 'api/docs-yaml' },
  );
}
