/**
 * Serves the page with a made-up report, for work on the page without the Java server:
 * `npm run dev`, then open the printed address.
 */

import { startPageServer } from './server.js';

const { url } = await startPageServer(Number(process.env.PORT ?? 0));
console.log(url);
