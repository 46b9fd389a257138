// SPDX-License-Identifier: GPL-3.0-or-later
//
// Two token servers from npm, as their makers ship them, for tests/server/test_foreignoauth.cpp:
//
//   node servers.mjs MODULES CERTIFICATE KEY CLIENT-ID SECRET
//
// MODULES is the folder that node_modules lies in. Each server listens on http and https, on a free port of 127.0.0.1.
// Standard output: "server NAME URL" for each and "ready"; then "request NAME" before a request is handled, and
// "issued NAME SCOPE" (words with commas) when a token was given. It ends when standard input does, so that it never outlives its test.
import { readFileSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import { createRequire } from 'node:module';
import { text } from 'node:stream/consumers';

const [modules, certificate, key, clientId, secret] = process.argv.slice(2);
const installed = createRequire(`${modules}/`);
const { default: Provider } = await import(installed.resolve('oidc-provider'));
const OAuth2Server = installed('@node-oauth/oauth2-server');

const lifetime = 1799;
const scopes = ['read', 'cases+&write'];
const tls = { cert: readFileSync(certificate), key: readFileSync(key) };
const say = (...words) => process.stdout.write(`${words.join(' ')}\n`);

async function serve(name, handler) {
  const counted = (request, response) => {
    say('request', name);
    handler(request, response);
  };
  for (const [scheme, server] of [['http', http.createServer(counted)], ['https', https.createServer(tls, counted)]]) {
    await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
    say('server', name, `${scheme}://127.0.0.1:${server.address().port}/token`);
  }
}

// It decodes the Basic pair as RFC 6749 says, and takes that or the form body of either kind of client; whether the
// form body is looked at is its configuration (clientAuthMethods).
function oidcProvider(name, method) {
  const provider = new Provider('http://127.0.0.1', {
    clients: [{
      client_id: clientId, client_secret: secret, token_endpoint_auth_method: method,
      grant_types: ['client_credentials'], redirect_uris: [], response_types: [], scope: scopes.join(' '),
    }],
    clientAuthMethods: [method],
    features: { clientCredentials: { enabled: true }, devInteractions: { enabled: false } },
    scopes,
    ttl: { ClientCredentials: lifetime },
  });
  provider.on('client_credentials.saved', (token) => say('issued', name, token.scope?.replaceAll(' ', ',') ?? ''));
  return provider.callback();
}

// It decodes the Basic pair as it is. What comes in between it and the wire is the three lines of the last function.
function nodeOAuth2Server(name) {
  const client = { id: clientId, grants: ['client_credentials'] };
  const server = new OAuth2Server({
    accessTokenLifetime: lifetime,
    model: {
      getClient: (id, given) => (id === clientId && given === secret ? client : null),
      getUserFromClient: () => ({}),
      saveToken(token, owner, user) {
        say('issued', name, token.scope?.join(',') ?? '');
        return { ...token, client: owner, user };
      },
      validateScope: (user, owner, scope) => (scope ?? []).every((one) => scopes.includes(one)) && (scope ?? []),
    },
  });
  return async (request, response) => {
    const body = Object.fromEntries(new URLSearchParams(await text(request)));
    const answer = new OAuth2Server.Response();
    const asked = new OAuth2Server.Request({ method: request.method, headers: request.headers, query: {}, body });
    await server.token(asked, answer).catch(() => {}); // the answer tells it too
    response.writeHead(answer.status, { ...answer.headers, 'content-type': 'application/json' });
    response.end(JSON.stringify(answer.body));
  };
}

process.stdin.resume().on('end', () => process.exit());
await serve('oidc-provider-post', oidcProvider('oidc-provider-post', 'client_secret_post'));
await serve('oidc-provider-basic', oidcProvider('oidc-provider-basic', 'client_secret_basic'));
await serve('node-oauth2-server', nodeOAuth2Server('node-oauth2-server'));
say('ready');
