# SPDX-License-Identifier: GPL-3.0-or-later
"""Two token servers from Debian's packages, as their makers ship them, for tests/server/test_foreignoauth.cpp:

    servers.py CERTIFICATE KEY CLIENT-ID SECRET

They take secrets that are not ASCII, which those of servers.mjs refuse. They speak as servers.mjs does ("server NAME
URL", "ready", "request NAME", "issued NAME SCOPE"), and end when standard input does.
"""
import os
import secrets
import ssl
import sys
import threading
from wsgiref.simple_server import WSGIRequestHandler, make_server

import django
from django.conf import settings
from django.core.management import call_command
from django.core.wsgi import get_wsgi_application
from django.urls import path

CERTIFICATE, KEY, CLIENT_ID, SECRET = sys.argv[1:]
LIFETIME = 1799

os.environ["AUTHLIB_INSECURE_TRANSPORT"] = "true"  # plain http, and only to this computer
settings.configure(
    ALLOWED_HOSTS=["127.0.0.1"],
    AUTHLIB_OAUTH2_PROVIDER={"token_expires_in": {"client_credentials": LIFETIME}},
    # In memory, and the same for all threads.
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": "file:clients?mode=memory&cache=shared"}},
    DEFAULT_AUTO_FIELD="django.db.models.AutoField",
    INSTALLED_APPS=["django.contrib.auth", "django.contrib.contenttypes", "oauth2_provider"],
    OAUTH2_PROVIDER={"ACCESS_TOKEN_EXPIRE_SECONDS": LIFETIME, "SCOPES": {"read": "", "cases+&write": ""}},
    ROOT_URLCONF=__name__,
    SECRET_KEY=secrets.token_hex(),
    USE_TZ=True,
)
django.setup()

# What needs the settings.
from authlib.integrations.django_oauth2 import AuthorizationServer  # noqa: E402
from authlib.oauth2.rfc6749 import ClientMixin, grants  # noqa: E402
from oauth2_provider.models import get_application_model  # noqa: E402
from oauth2_provider.signals import app_authorized  # noqa: E402
from oauth2_provider.views import TokenView  # noqa: E402


def say(*words):
    print(*words, flush=True)


class AuthlibClient(ClientMixin):
    """The one client, which may use one method of authentication."""

    def __init__(self, method):
        self.method = method

    def check_client_secret(self, client_secret):
        return client_secret == SECRET

    def check_endpoint_auth_method(self, method, endpoint):
        return method == self.method

    def check_grant_type(self, grant_type):
        return grant_type == "client_credentials"

    def get_allowed_scope(self, scope):
        return scope


class ClientCredentials(grants.ClientCredentialsGrant):
    TOKEN_ENDPOINT_AUTH_METHODS = ["client_secret_basic", "client_secret_post"]


class Authlib(AuthorizationServer):
    """Decodes the Basic pair as it is, and takes only the method that is registered for the client."""

    def __init__(self, name, method):
        super().__init__(None, None)
        self.name = name
        self.client = AuthlibClient(method)
        self.register_grant(ClientCredentials)

    def query_client(self, client_id):
        return self.client if client_id == CLIENT_ID else None

    def save_token(self, token, request):
        say("issued", self.name, token.get("scope", "").replace(" ", ","))


# Decodes the Basic pair as RFC 6749 says, and takes the form body too.
def prepare_django_oauth_toolkit():
    call_command("migrate", verbosity=0)
    model = get_application_model()
    model.objects.create(client_id=CLIENT_ID, client_secret=SECRET, client_type=model.CLIENT_CONFIDENTIAL,
                         authorization_grant_type=model.GRANT_CLIENT_CREDENTIALS)
    app_authorized.connect(
        lambda token, **_: say("issued", "django-oauth-toolkit", token.scope.replace(" ", ",")), weak=False)


urlpatterns = [
    path("django-oauth-toolkit/token", TokenView.as_view()),
    path("authlib-post/token", Authlib("authlib-post", "client_secret_post").create_token_response),
    path("authlib-basic/token", Authlib("authlib-basic", "client_secret_basic").create_token_response),
]


class Quiet(WSGIRequestHandler):
    def log_message(self, format, *arguments):
        pass


def counted(application):
    def answer(environ, start_response):
        say("request", environ["PATH_INFO"].split("/")[1])
        return application(environ, start_response)

    return answer


prepare_django_oauth_toolkit()
for scheme in "http", "https":
    server = make_server("127.0.0.1", 0, counted(get_wsgi_application()), handler_class=Quiet)
    if scheme == "https":
        tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        tls.load_cert_chain(CERTIFICATE, KEY)
        # The handshake is left to the first read: one that the client breaks off ends that connection, not the server.
        server.socket = tls.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    for pattern in urlpatterns:
        say("server", str(pattern.pattern).split("/")[0], f"{scheme}://127.0.0.1:{server.server_port}/{pattern.pattern}")
say("ready")
sys.stdin.read()
