// Preloaded: the computer is called what HOST_NAME says, as a Mac is in each network.
const { HOST_NAME } = process.env;
if (HOST_NAME) require('node:os').hostname = () => HOST_NAME;
