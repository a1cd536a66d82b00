// What the tracker is compared with: no accounts, no rules, no audit of its own, no checks.
import { createServer } from 'node:http';
import { Pool } from 'pg';
import { BARE_STATEMENTS, isBareStatement } from './statements';

const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 10 });

const server = createServer((request, response) => {
  const url = new URL(request.url ?? '/', 'http://bare');
  const name = url.pathname.slice(1);
  if (!isBareStatement(name)) {
    response.writeHead(404).end();
    return;
  }
  let body = '';
  request.on('data', (part) => (body += part));
  request.on('end', () => {
    const values = body ? (JSON.parse(body) as string[]) : url.searchParams.getAll('v');
    pool.query({ name, text: BARE_STATEMENTS[name], values }).then(
      ({ rows }) => {
        response.writeHead(200, { 'Content-Type': 'application/json; charset=utf-8' });
        response.end(JSON.stringify(rows));
      },
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
});

server.listen(Number(process.env.PORT), '127.0.0.1', () => process.send?.('ready'));
process.on('disconnect', () => process.exit(0));
