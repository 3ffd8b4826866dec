'use strict';

// Loaded into the program: a user whom the system doesn't know, as in a container that runs with any number.
const os = require('node:os');

const home = os.homedir;
const unknown = () => {
  throw Object.assign(new Error('A system error occurred: uv_os_get_passwd returned ENOENT'), {
    code: 'ERR_SYSTEM_ERROR',
  });
};
os.homedir = () => (process.env.HOME === undefined ? unknown() : home());
os.userInfo = unknown;
