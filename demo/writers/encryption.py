"""Password protection of Office documents: ECMA-376 standard encryption (MS-OFFCRYPTO 2.3.4)."""

import struct
from hashlib import sha1

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from demo.writers.compound import Storage, Stream, compound_file

SALT = bytes(range(16))
VERIFIER = bytes(range(16, 32))
SPINS = 50_000
CRYPTO_API_AND_AES = 0x24
AES_128, SHA_1, AES_PROVIDER = 0x660E, 0x8004, 0x18
PROVIDER = "Microsoft Enhanced RSA and AES Cryptographic Provider\0"


def encrypted(package: bytes, password: str) -> bytes:
    """Lock an Office document as Word and Excel do when it is saved with a password."""
    key = _key(password)
    locked = struct.pack("<Q", len(package)) + _locked(key, package)
    streams = (Stream("EncryptionInfo", _information(key)), Stream("EncryptedPackage", locked))
    return compound_file(Storage("Root Entry", streams))


def _key(password: str) -> bytes:
    digest = _sha1(SALT + password.encode("utf-16-le"))
    for spin in range(SPINS):
        digest = _sha1(struct.pack("<I", spin) + digest)
    last = _sha1(digest + struct.pack("<I", 0)).ljust(64, b"\0")
    return b"".join(_sha1(bytes(byte ^ pad for byte in last)) for pad in (0x36, 0x5C))[:16]


def _information(key: bytes) -> bytes:
    provider = PROVIDER.encode("utf-16-le")
    header = struct.pack(
        "<IIIIIIII", CRYPTO_API_AND_AES, 0, AES_128, SHA_1, 128, AES_PROVIDER, 0, 0
    )
    header += provider
    verifier = struct.pack("<I", len(SALT)) + SALT + _locked(key, VERIFIER)
    verifier += struct.pack("<I", 20) + _locked(key, _sha1(VERIFIER))
    return struct.pack("<HHII", 4, 2, CRYPTO_API_AND_AES, len(header)) + header + verifier


def _locked(key: bytes, data: bytes) -> bytes:
    # The format prescribes ECB; it protects an invented test file here.
    cipher = Cipher(algorithms.AES128(key), modes.ECB()).encryptor()  # noqa: S305
    return cipher.update(data + bytes(-len(data) % 16)) + cipher.finalize()


def _sha1(data: bytes) -> bytes:
    # The format prescribes SHA-1.
    return sha1(data, usedforsecurity=False).digest()
