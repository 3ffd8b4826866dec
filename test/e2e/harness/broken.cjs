'use strict';

// Loaded into the program: a fault that nobody has foreseen.
require('node:os').hostname = () => {
  throw new TypeError('broken on purpose');
};
