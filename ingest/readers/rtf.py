"""Rich text: words out of groups, with the code page that each font says."""

import re
from dataclasses import dataclass, replace

from ingest.errors import Damaged
from ingest.readers.ask import Ask
from ingest.readers.blocks import Blocks
from ingest.words import Words

_TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?\d{1,10})?\x20?"  # a control word
    rb"|\\'([0-9a-fA-F]{2})"  # a byte of the code page
    rb"|\\([^a-zA-Z])"  # a control sign
    rb"|([{}])"
    rb"|[\r\n]+"
    rb"|([^\\{}\r\n]+)"
)
# Groups whose words are not the report's.
_LEFT_OUT = frozenset(
    b"fonttbl colortbl stylesheet listtable listoverridetable rsidtbl generator pict objdata "
    b"themedata colorschememapping datastore latentstyles xmlnstbl mmathPr fldinst filetbl "
    b"revtbl author operator company creatim revtim printim buptim keywords subject comment "
    b"doccomm category manager hlinkbase shppict nonshppict sp datafield private "
    b"bkmkstart bkmkend info passwordhash userprops factoidname atnid atnauthor atntime "
    b"atndate".split()
)
_ASIDES = frozenset({b"footnote", b"annotation", b"shptxt"})
_SIGNS = {
    b"tab": "\t",
    b"line": "\n",
    b"emdash": "—",
    b"endash": "–",
    b"lquote": "‘",
    b"rquote": "’",
    b"ldblquote": "“",
    b"rdblquote": "”",
    b"bullet": "•",
    b"emspace": " ",
    b"enspace": " ",
    b"~": "\N{NO-BREAK SPACE}",
    b"_": "-",
    b"\\": "\\",
    b"{": "{",
    b"}": "}",
}
_PARAGRAPH_ENDS = frozenset({b"par", b"sect", b"page", b"column", b"\n", b"\r"})
_TABLE_WORDS = frozenset({b"trowd", b"cell", b"row", b"nestcell", b"nestrow"})
_CHARSETS = {
    0: "cp1252", 77: "mac_roman", 128: "cp932", 129: "cp949", 134: "gbk", 136: "cp950",
    161: "cp1253", 162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257",
    204: "cp1251", 222: "cp874", 238: "cp1250", 254: "cp437", 255: "cp850",
}  # fmt: skip
_DEEPEST = 2000


@dataclass(frozen=True, slots=True)
class State:
    """What holds within one group: it ends with the group."""

    place: bytes = b""
    font: int | None = None
    skipped: int = 1
    hidden: bool = False


def read_rtf(data: bytes, ask: Ask) -> Words:
    """Read rich text; raises Damaged where it is cut off."""
    parser = RtfParser()
    parser.parse(data)
    return Words((parser.blocks.text(),), title="".join(parser.title).strip() or None)


class RtfParser:
    """Walks the tokens of a rich text and gathers its words."""

    def __init__(self) -> None:
        self.blocks = Blocks()
        self.title: list[str] = []
        self._state = State()
        self._groups: list[State] = []
        self._codec = "cp1252"
        self._fonts: dict[int, str] = {}
        self._default_font = 0
        self._bytes = bytearray()
        self._high = ""  # the first half of a letter written as two units
        self._to_skip = 0
        self._in_row = False

    def parse(self, data: bytes) -> None:
        """Gather the words of a whole file; raises Damaged."""
        at = 0
        while at < len(data):
            token = _TOKEN.match(data, at)
            at = token.end() if token else at + 1
            if token and token[1] == b"bin":
                at += max(0, int(token[2] or 0))
            elif token:
                self._token(token)
        self._flush()
        if self._groups:
            raise Damaged("the file is cut off: groups that it opens are never closed")
        self._end_row()

    def _token(self, token: re.Match[bytes]) -> None:
        word, number, byte, sign, brace, text = token.groups()
        if byte is not None:
            self._byte(int(byte, 16))
            return
        if text is not None:
            self._text(text)
            return
        self._flush()
        if word is not None:
            self._word(word, int(number) if number else None)
        elif sign is not None:
            self._sign(sign)
        elif brace is not None:
            self._brace(brace)

    def _brace(self, brace: bytes) -> None:
        self._to_skip = 0
        if brace == b"{":
            if len(self._groups) >= _DEEPEST:
                raise Damaged("its groups are nested without end")
            self._groups.append(self._state)
        elif self._groups:
            left, self._state = self._state, self._groups.pop()
            if left.place in _ASIDES and self._state.place not in _ASIDES:
                self.blocks.end_aside()

    def _word(self, word: bytes, number: int | None) -> None:
        if word in _ASIDES:
            self._enter_aside(word)
        elif word in _LEFT_OUT or (word == b"title" and self._state.place == b"info"):
            self._state = replace(self._state, place=self._outer(word))
        elif word == b"u" and number is not None:
            self._unit(number)
        elif word in _SIGNS:
            self._add(_SIGNS[word])
        elif word in _PARAGRAPH_ENDS and self._shown:
            self.blocks.end_paragraph()
        elif word in _TABLE_WORDS and self._shown:
            self._table(word)
        else:
            self._setting(word, number)

    def _enter_aside(self, word: bytes) -> None:
        if self._state.place in (b"", b"*"):
            self.blocks.begin_aside()
            self._state = replace(self._state, place=word)

    def _outer(self, word: bytes) -> bytes:
        """Return the group that decides: what is left out stays so to its end."""
        place = self._state.place
        return place if (place in _LEFT_OUT and place != b"info") or place in _ASIDES else word

    def _setting(self, word: bytes, number: int | None) -> None:
        if word == b"ansicpg" and number:
            self._codec = "utf-8" if number == 65001 else f"cp{number}"
        elif word == b"deff" and number is not None:
            self._default_font = number
        elif word == b"uc" and number is not None:
            self._state = replace(self._state, skipped=max(0, number))
        elif word in (b"v", b"htmlrtf"):
            self._state = replace(self._state, hidden=number != 0)
        elif word == b"f" and number is not None:
            self._state = replace(self._state, font=number)
        elif word == b"fcharset" and self._state.place == b"fonttbl":
            # Of charset 1, the machine's own, the head of the file knows more.
            self._fonts[self._state.font or 0] = _CHARSETS.get(number or 0, "")
        elif word == b"plain":
            self._state = replace(self._state, font=None, hidden=False)

    def _sign(self, sign: bytes) -> None:
        if sign == b"*" and self._state.place == b"":
            # A group to be left out by whom it tells nothing; the notes among them are known.
            self._state = replace(self._state, place=b"*")
        elif sign in _SIGNS:
            self._add(_SIGNS[sign])
        elif sign in _PARAGRAPH_ENDS and self._shown:
            self.blocks.end_paragraph()

    def _table(self, word: bytes) -> None:
        if word == b"trowd" and not self._in_row:
            self._in_row = True
            self.blocks.begin_row()
            self.blocks.begin_cell()
        elif word == b"cell" and self._in_row:
            self.blocks.end_cell()
            self.blocks.begin_cell()
        elif word in (b"cell", b"nestcell"):
            self.blocks.add("\t")
        elif word == b"row":
            self._end_row()
        elif word == b"nestrow":
            self.blocks.end_paragraph()

    def _end_row(self) -> None:
        if self._in_row:
            self._in_row = False
            self.blocks.end_cell()
            self.blocks.end_row()

    @property
    def _shown(self) -> bool:
        return not self._state.hidden and (self._state.place == b"" or self._state.place in _ASIDES)

    def _byte(self, value: int) -> None:
        if self._to_skip:
            self._to_skip -= 1
        else:
            self._bytes.append(value)

    def _text(self, text: bytes) -> None:
        skipped = min(self._to_skip, len(text))
        self._to_skip -= skipped
        self._bytes += text[skipped:]

    def _unit(self, number: int) -> None:
        unit = number % 0x10000
        if 0xD800 <= unit < 0xDC00:
            self._high = chr(unit)
        elif 0xDC00 <= unit < 0xE000 and self._high:
            pair = (self._high + chr(unit)).encode("utf-16-le", "surrogatepass")
            self._add(pair.decode("utf-16-le"))
            self._high = ""
        else:
            self._add(chr(unit))
        self._to_skip = self._state.skipped

    def _flush(self) -> None:
        """Decode the bytes gathered with the code page of their font."""
        if not self._bytes:
            return
        font = self._default_font if self._state.font is None else self._state.font
        codec = self._fonts.get(font) or self._codec
        try:
            words = self._bytes.decode(codec, errors="replace")
        except LookupError:  # a code page that nobody knows
            words = self._bytes.decode("cp1252", errors="replace")
        self._bytes.clear()
        self._add(words)

    def _add(self, words: str) -> None:
        if self._state.place == b"title":
            self.title.append(words)
        elif self._shown:
            self.blocks.add(words)
