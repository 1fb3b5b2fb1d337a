// SPDX-License-Identifier: MIT
// node --require no-network.cjs: whoever asks for the network is ended, with a word on standard error.
const net = require("node:net"), dns = require("node:dns"), tls = require("node:tls");

function refuse(what) {
    return (...given) => {
        process.stderr.write(`no-network: ${what} ${JSON.stringify(given[0])}\n`);
        process.exit(97);
    };
}
net.connect = net.createConnection = net.Socket.prototype.connect = refuse("connect");
tls.connect = refuse("connect");
dns.lookup = refuse("lookup");
dns.promises.lookup = refuse("lookup");
