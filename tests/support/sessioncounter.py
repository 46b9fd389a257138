"""sessioncounter.py CERTIFICATE KEY: a TLS server on 127.0.0.1 that says, in each reply, whether the handshake resumed a
session ("resumed") or made a new one ("new"). Prints its port; ends with its standard input. One connection at a time."""
import os
import socket
import ssl
import sys
import threading

context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain(*sys.argv[1:3])
listener = socket.create_server(("127.0.0.1", 0))
print(listener.getsockname()[1], flush=True)
threading.Thread(target=lambda: (sys.stdin.read(), os._exit(0)), daemon=True).start()
while True:
    plain, _ = listener.accept()
    try:
        with context.wrap_socket(plain, server_side=True) as client:
            request = b""
            while b"\r\n\r\n" not in request:
                request += client.recv(65536)
            body = b"resumed" if client.session_reused else b"new"
            client.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\nConnection: close\r\n\r\n%s" % (len(body), body))
    except OSError:
        pass
