// Builds dist/ before the tests, for those that start the real server and the real commands.
export { buildIfChanged as setup } from '../scripts/build.mjs';
