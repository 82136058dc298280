"""Outlook messages, written after the public specification MS-OXMSG."""

import struct
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from demo.writers.compound import Part, Storage, Stream, compound_file
from demo.writers.mail import SENT, Attachment

Value = str | bytes | int | bool | datetime

MESSAGE = bytes.fromhex("0B0D020000000000C000000000000046")
READABLE_AND_WRITABLE = 6
TEXT, BINARY, INTEGER, BOOLEAN, TIME = 0x1F, 0x102, 0x03, 0x0B, 0x40
FIRST_OF_1601 = datetime(1601, 1, 1, tzinfo=UTC)


def write_msg(
    path: Path,
    title: str,
    paragraphs: Sequence[str],
    *,
    sender: tuple[str, str] = ("Tổ tiếp nhận tin báo", "tiepnhan@vidu.example"),
    recipient: tuple[str, str] = ("Đội phòng chống mua bán người", "doi5@vidu.example"),
    sent: datetime = SENT,
    attachments: Sequence[Attachment] = (),
) -> None:
    """Write a message with one recipient, its plain body and attachments."""
    properties: dict[int, Value] = {
        0x001A: "IPM.Note",
        0x0037: title,
        0x0039: sent,
        0x0042: sender[0],
        0x0064: "SMTP",
        0x0065: sender[1],
        0x0070: title,
        0x0C1A: sender[0],
        0x0C1E: "SMTP",
        0x0C1F: sender[1],
        0x0E04: recipient[0],
        0x0E06: sent,
        0x0E07: 1,
        0x0E1B: bool(attachments),
        0x0E1D: title,
        0x1000: "\r\n\r\n".join(paragraphs) + "\r\n",
        0x340D: 0x40000,
        0x3FDE: 65001,
        0x5D01: sender[1],
    }
    counts = struct.pack("<8xIIII8x", 1, len(attachments), 1, len(attachments))
    parts = (
        _names(),
        *_properties(properties, counts),
        Storage("__recip_version1.0_#00000000", _properties(_recipient(*recipient))),
        *(
            Storage(f"__attach_version1.0_#{n:08X}", _properties(_attachment(n, attachment)))
            for n, attachment in enumerate(attachments)
        ),
    )
    path.write_bytes(compound_file(Storage("Root Entry", parts, MESSAGE)))


def _names() -> Storage:
    """The table of named properties, which must stand there though there are none."""
    return Storage(
        "__nameid_version1.0",
        tuple(Stream(f"__substg1.0_{number:04X}0102", b"") for number in (2, 3, 4)),
    )


def _recipient(name: str, address: str) -> dict[int, Value]:
    return {
        0x0C15: 1,
        0x0FFE: 6,
        0x3000: 0,
        0x3001: name,
        0x3002: "SMTP",
        0x3003: address,
        0x39FE: address,
    }


def _attachment(number: int, attachment: Attachment) -> dict[int, Value]:
    return {
        0x0E21: number,
        0x0FFE: 7,
        0x3001: attachment.name,
        0x3701: attachment.data,
        0x3703: Path(attachment.name).suffix,
        0x3704: attachment.name,
        0x3705: 1,
        0x3707: attachment.name,
        0x370E: attachment.media_type,
    }


def _properties(values: Mapping[int, Value], head: bytes = bytes(8)) -> tuple[Part, ...]:
    """Lay short values in the property table, long ones in streams of their own."""
    table, streams = head, []
    for number, value in sorted(values.items()):
        kind, fixed, stream = _encoded(value)
        table += struct.pack("<HHI", kind, number, READABLE_AND_WRITABLE) + fixed
        if stream is not None:
            streams.append(Stream(f"__substg1.0_{number:04X}{kind:04X}", stream))
    return (Stream("__properties_version1.0", table), *streams)


def _encoded(value: Value) -> tuple[int, bytes, bytes | None]:
    """Give a value's type, its eight bytes in the table and, when long, its stream."""
    match value:
        case str():
            data = value.encode("utf-16-le")
            # The size counts a closing zero that the stream itself does not hold.
            return TEXT, struct.pack("<II", len(data) + 2, 0), data
        case bytes():
            return BINARY, struct.pack("<II", len(value), 0), value
        case bool():
            return BOOLEAN, struct.pack("<Q", value), None
        case int():
            return INTEGER, struct.pack("<II", value, 0), None
        case datetime():
            ticks = (value - FIRST_OF_1601).total_seconds() * 10_000_000
            return TIME, struct.pack("<Q", int(ticks)), None
