// Loaded before a program by bench.mjs: writes its peak memory (KB) to the fourth stream.
process.on('exit', () => {
  require('node:fs').writeSync(3, String(process.resourceUsage().maxRSS));
});
