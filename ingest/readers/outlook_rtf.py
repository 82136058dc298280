"""Rich text as Outlook packs it within a message (MS-OXRTFCP)."""

import struct

from ingest.errors import Damaged

_PACKED, _PLAIN = b"LZFu", b"MELA"
_DICTIONARY = (
    b"{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern "
    b"\\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0"
    b"\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx"
)
_RING = 4096


def unpacked(data: bytes) -> bytes:
    """Return the rich text; raises Damaged where it is packed in no known way."""
    if len(data) < 16:
        raise Damaged("its rich text is cut off")
    size, kind = struct.unpack_from("<I4s", data, 4)
    if kind == _PLAIN:
        return data[16 : 16 + size]
    if kind != _PACKED:
        raise Damaged("its rich text is packed in an unknown way")
    return _unpack(data[16:], size)


def _unpack(packed: bytes, size: int) -> bytes:
    ring = bytearray(_DICTIONARY.ljust(_RING, b" "))
    at = len(_DICTIONARY)
    text = bytearray()
    source = iter(packed)
    for flags in source:
        for bit in range(8):
            first = next(source, None)
            if first is None or len(text) >= size:
                return bytes(text[:size])
            if not flags >> bit & 1:
                chunk = bytes((first,))
            else:
                second = next(source, 0)
                start, length = first << 4 | second >> 4, (second & 0xF) + 2
                if start == at:
                    return bytes(text[:size])
                chunk = _repeated(ring, start, length, at)
            for byte in chunk:
                ring[at] = byte
                at = (at + 1) % _RING
            text += chunk
    return bytes(text[:size])


def _repeated(ring: bytearray, start: int, length: int, at: int) -> bytes:
    """Return earlier bytes of the ring; a run may reach into what it is itself writing."""
    chunk = bytearray()
    for step in range(length):
        place = (start + step) % _RING
        ahead = (place - at) % _RING
        chunk.append(chunk[ahead] if ahead < len(chunk) else ring[place])
    return bytes(chunk)
