"""The key that signs cookies: random, made once, readable by its owner alone."""

import os
import secrets
from pathlib import Path


def secret_key(home: Path) -> bytes:
    """Give the key of this home, making it at first use; two processes end with the same one."""
    home.mkdir(parents=True, exist_ok=True, mode=0o700)
    path = home / "secret.key"
    if not path.exists():
        draft = home / f"secret.key.{os.getpid()}"
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(secrets.token_bytes(32))
        try:
            os.link(draft, path)  # fails where another process was first
        except FileExistsError:
            pass
        finally:
            draft.unlink()
    return path.read_bytes()
