"""Which countries a report speaks of, as evidence for the region of its phone numbers."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import chain
from types import MappingProxyType

from phonenumbers import COUNTRY_CODE_TO_REGION_CODE

from nlp_models.folding import CAPITALS, fold
from nlp_models.gazetteer.lookup import gazetteer
from nlp_models.gazetteer.place import Named
from nlp_models.gazetteer.world import rows
from nlp_models.vocabulary import Language

# names that are also everyday words or given names once they lose capitals or marks
# also given names or everyday words in Vietnamese: they count when capitalised and marked
_GIVEN_NAMES = frozenset("anh my nga duc phap ao bi uc sat nhat viet ha nam y".split())  # noqa: SIM905
_WORD = re.compile(r"[a-z][a-z'.\-]*[a-z]|[a-z]")
# what countries most often dial where a report in the language gives no other evidence
DEFAULTS: dict[Language, tuple[str, ...]] = {
    "vi": ("VN",),
    "fr": ("FR", "GP", "MQ", "RE", "GF", "YT", "BE", "VN"),
    "en": ("GB", "US", "VN"),
}
_CAPITALISED = re.compile(rf"[{CAPITALS}][\w’']{{2,30}}(?:[ \-][{CAPITALS}][\w’']{{1,30}}){{0,2}}")
_LONGEST_REPORT = 200_000
_LONGEST_NAME = 45
_AFTER = 14  # “0912 … (Lào)”
_TOWN = 15_000
_INTERNATIONAL = re.compile(r"(?<!\d)(?:\+ ?|00(?=[1-9]))\d[\d .\-()]{7,20}")
_VIETNAMESE_LETTER = re.compile("[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]")
_ENOUGH_LETTERS = 3
# a name that several countries have speaks for the one whose town is so many times larger
_OUTWEIGHS = 8


@lru_cache(maxsize=1)
def country_words() -> dict[str, str]:
    """Return the folded names, demonyms and cities that speak for a country."""
    words: dict[str, str] = {}
    for row in rows("countries.csv"):
        for column in ("vi", "fr", "en", "demonyms", "capital", "cities"):
            for name in filter(None, row[column].split("|")):
                words.setdefault(fold(name), row["iso"])
    return words


@lru_cache(maxsize=1)
def _first_words() -> dict[str, int]:
    """Return how many words the longest name with this first word has."""
    longest: dict[str, int] = {}
    for name in country_words():
        words = _WORD.findall(name)
        if words:
            longest[words[0]] = max(longest.get(words[0], 0), len(words))
    return longest


class Regions:
    """The countries that one report names, and those its towns lie in, most often named first.

    ``placed`` counts the places of the report by country, once these have been read.
    """

    def __init__(
        self,
        plain: str,
        cased: str,
        language: Language,
        placed: Mapping[str, int] = MappingProxyType({}),
    ) -> None:
        self.placed = placed
        self._defaults = DEFAULTS[language]
        self._spans = sorted(_named(plain, cased))
        self._starts = [start for start, _, _ in self._spans]
        self.named = _by_count(iso for _, _, iso in self._spans)
        self.of_towns = _by_count(chain(_towns(cased), _dialled(plain), _spelled_so(cased)))

    def near(self, start: int, end: int, width: int = 45) -> tuple[str, ...]:
        """Return the countries named just before, or right after, the characters: nearest first."""
        first = bisect_left(self._starts, start - width - _LONGEST_NAME)
        last = bisect_right(self._starts, end + _AFTER)
        close: list[tuple[int, str]] = []
        for named_start, named_end, iso in self._spans[first:last]:
            if 0 <= start - named_end <= width:
                close.append((start - named_end, iso))
            elif named_start >= end:
                close.append((named_start - end + 5, iso))
        return tuple(dict.fromkeys(iso for _, iso in sorted(close)))

    def defaults(self) -> tuple[str, ...]:
        return self._defaults


def _named(plain: str, cased: str) -> list[tuple[int, int, str]]:
    names, first_words = country_words(), _first_words()
    found: list[tuple[int, int, str]] = []
    spans = [(m.start(), m.end()) for m in _WORD.finditer(plain, 0, _LONGEST_REPORT)]
    taken_to = 0
    for position, (start, end) in enumerate(spans):
        length = first_words.get(plain[start:end])
        if length is None or start < taken_to:
            continue
        for last in range(min(position + length, len(spans)) - 1, position - 1, -1):
            stop = spans[last][1]
            iso = names.get(plain[start:stop])
            if iso is not None and _is_meant(plain[start:stop], cased[start:stop]):
                found.append((start, stop, iso))
                taken_to = stop
                break
    return found


def _by_count(countries: Iterable[str]) -> tuple[str, ...]:
    return tuple(iso for iso, _ in Counter(countries).most_common())


def _towns(cased: str) -> Iterator[str]:
    """Yield the country of every capitalised name that is a town of one country above all."""
    places = gazetteer()
    for match in _CAPITALISED.finditer(cased, 0, _LONGEST_REPORT):
        words = match.group().split(" ")
        for name in dict.fromkeys((match.group(), *words)):
            key = fold(name).replace("-", " ")
            if len(key) < 4 or key in country_words() or not places.may_have(key):
                continue
            iso = _country_of(places.named(key))
            if iso is not None:
                yield iso
                break


def _dialled(plain: str) -> Iterator[str]:
    """Yield the country of every number that is written with its country's code."""
    for match in _INTERNATIONAL.finditer(plain, 0, _LONGEST_REPORT):
        figures = "".join(filter(str.isdigit, match.group()))
        for length in (1, 2, 3):
            regions = COUNTRY_CODE_TO_REGION_CODE.get(int(figures[:length]), ())
            if regions:
                yield from (region for region in regions[:1] if region.isalpha())
                break


def _spelled_so(cased: str) -> Iterator[str]:
    """Yield Vietnam where names are written with letters that only Vietnamese has."""
    if len(set(_VIETNAMESE_LETTER.findall(cased, 0, _LONGEST_REPORT))) >= _ENOUGH_LETTERS:
        yield "VN"


def _country_of(named: tuple[Named, ...]) -> str | None:
    """Return the country of the largest place of a name if others of the name are far smaller."""
    if not named or named[0].place.kind == "gate" or named[0].place.population < _TOWN:
        return None
    best = named[0].place
    others = [other.place.population for other in named if other.place.country != best.country]
    return best.country if _OUTWEIGHS * max(others, default=0) < best.population else None


def _is_meant(name: str, written: str) -> bool:
    """Say whether the words name a country: “Togo” and “lao number” do, “to go” and “anh” don't."""
    if name in _GIVEN_NAMES:
        return written[:1].isupper() and not written.isascii()
    return len(name) > 4 or written[:1].isupper() or name in ("lao", "thai", "thaï")
