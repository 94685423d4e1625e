/** Whether this Node is new enough, in a file that reads well in one that is not. */

const OLDEST = [20, 19];

/**
 * Says on standard error what is wrong, if something is, and sets the exit status.
 *
 * @param {string} who what needs it
 */
export function isNodeSupported(who) {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) {
    return true;
  }
  process.stderr.write(
    `${who} needs Node ${OLDEST.join(".")} or newer and runs on ${process.version}. Install it from https://nodejs.org/\n`,
  );
  process.exitCode = 1;
  return false;
}
