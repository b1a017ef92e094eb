// The measured processes are plain JavaScript: taking types away at the start would be counted.

/**
 * Ends a measured process: its result, CPU seconds of all its threads and the most memory it held, as one line of JSON.
 * @param {unknown} result
 */
export function finish(result) {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const cpu = (userCPUTime + systemCPUTime) / 1e6;
  console.log(JSON.stringify({ cpu, rss: maxRSS / 1024, result }));
}
