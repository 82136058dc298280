"""Ports of this machine's loopback."""

import secrets
import socket

LOOPBACK = "127.0.0.1"
RANGE = range(17_600, 32_700)  # below the ports that systems lend to outgoing calls


def is_free(port: int) -> bool:
    """Say whether a server could listen on this port now."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        # As the server itself does: a port is free although old calls to it linger.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((LOOPBACK, port))
            probe.listen()
        except OSError:
            return False
    return True


def free_port() -> int:
    """Choose a port that nobody listens on."""
    while not is_free(port := secrets.choice(RANGE)):
        pass
    return port


def answers(port: int) -> bool:
    """Say whether anything accepts a call on this port."""
    try:
        with socket.create_connection((LOOPBACK, port), timeout=1):
            return True
    except OSError:
        return False
