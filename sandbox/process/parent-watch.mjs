// Preloaded into Node children: ends them when their parent is gone, so a killed engine leaves nothing behind.
const parent = process.ppid;
setInterval(() => {
  if (process.ppid !== parent) process.exit(1);
}, 500).unref();
