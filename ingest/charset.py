"""Which encoding some bytes of text are in, decided by evidence.

A byte order mark decides; else zero bytes in every second place (UTF-16); else whether the bytes
are UTF-8 without a mistake, which other encodings practically never are. What remains has one
byte a letter: windows-1258 writes the Vietnamese tones as bytes behind a vowel, which the Western
code page never has in that order.
"""

import codecs
import re

_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # begins like the mark of UTF-16 LE, so stands before it
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 200_000
# In windows-1258: the five tones, and the letters (đ ơ ư ă) that the Western page lacks.
_TONE = b"\xcc\xd2\xde\xec\xf2"
_VOWEL = b"AEIOUYaeiouy\xc0\xc1\xc2\xc3\xc8\xc9\xca\xcd\xd3\xd4\xd5\xd9\xda\xdd\xe0\xe1\xe2\xe3"
_VOWEL += b"\xe8\xe9\xea\xed\xf3\xf4\xf5\xf9\xfa\xfd"
_TONES = re.compile(b"[" + _TONE + b"]")
_TONES_IN_PLACE = re.compile(b"(?<=[" + _VOWEL + b"])[" + _TONE + b"]")
_OWN_LETTERS = re.compile(b"[\xc3\xd0\xd5\xdd\xe3\xf0\xf5\xfd]")
_WESTERN_ONLY = re.compile(b"[\xe7\xc7\x9c\x8c\xee\xef\xeb\xfb\xf1\xe4\xf6\xfc\xdf]")
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")


def decode(data: bytes) -> tuple[str, str] | None:
    """Return the text and the name of its encoding, or None where the bytes are no text."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace"), encoding
    wide = _sixteen_bits(data)
    if wide is not None:
        return data.decode(wide, errors="replace"), wide
    if len(_CONTROLS.findall(data[:_SAMPLE])) * 100 > len(data[:_SAMPLE]):
        return None
    return _utf_8(data) or _one_byte(data)


def _sixteen_bits(data: bytes) -> str | None:
    """Tell UTF-16 without a mark by the blanks and line ends that every text has."""
    sample = data[: _SAMPLE & ~1]
    if len(sample) < 2 or len(data) % 2 or b"\0" not in sample:
        return None
    even, odd = sample[0::2], sample[1::2]
    for encoding, high, low in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        # Letters of our languages have 0, 1, 3, 0x1E or 0x20 as their high byte.
        usual = sum(map(high.count, (b"\0", b"\x01", b"\x03", b"\x1e", b"\x20")))
        if usual >= 0.97 * len(high) and low.count(b"\0") <= 0.02 * len(low):
            return encoding
    return None


def _utf_8(data: bytes) -> tuple[str, str] | None:
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        # Cut off within the last letter: still UTF-8.
        if error.start >= len(data) - 3 and error.reason == "unexpected end of data":
            return data[: error.start].decode("utf-8") + "\N{REPLACEMENT CHARACTER}", "utf-8"
        return None


def _one_byte(data: bytes) -> tuple[str, str] | None:
    encoding = "cp1258" if _is_vietnamese(data[:_SAMPLE]) else "cp1252"
    high = sum(byte >= 0x80 for byte in data[:_SAMPLE])
    if high > 0.6 * len(data[:_SAMPLE]):
        return None
    return data.decode(encoding, errors="replace"), encoding


def _is_vietnamese(sample: bytes) -> bool:
    tones = len(_TONES.findall(sample))
    in_place = len(_TONES_IN_PLACE.findall(sample))
    own = in_place + len(_OWN_LETTERS.findall(sample))
    return in_place >= 0.9 * tones and own > len(_WESTERN_ONLY.findall(sample))
