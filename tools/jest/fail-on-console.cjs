const { format } = require('node:util');

// A library that talks to the console of its host is a defect, so a test that hears it fails.
for (const method of ['log', 'info', 'warn', 'error', 'debug']) {
  console[method] = (...args) => {
    throw new Error(`unexpected console.${method}: ${format(...args)}`);
  };
}
