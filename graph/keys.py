"""Names made from content."""

import hashlib


def key(*parts: object) -> str:
    """Name a thing after its parts, so that saving it twice saves it once.

    The answer is 24 hexadecimal characters (96 bits of SHA-256). Parts are told apart by their
    length: ``key("ab", "c")`` and ``key("a", "bc")`` differ.
    """
    digest = hashlib.sha256()
    for part in parts:
        data = str(part).encode()
        digest.update(len(data).to_bytes(8, "big"))
        digest.update(data)
    return digest.hexdigest()[:24]
