// node serve.mjs [PORT [FOLDER]]: tells its port on a line of its own and ends with its standard input. Without a folder all is in memory.
import { PGlite } from '@electric-sql/pglite';
import { vector } from '@electric-sql/pglite-pgvector';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';

const db = await PGlite.create({ dataDir: process.argv[3], extensions: { vector } });
const server = new PGLiteSocketServer({ db, host: '127.0.0.1', port: Number(process.argv[2] ?? 0), maxConnections: 100 });
server.addEventListener('listening', (told) => console.log(told.detail.port));
await server.start();

process.stdin.resume();
process.stdin.on('end', async () => {
  await server.stop();
  await db.close();
  process.exit(0);
});
