"""Invented people by the million, for measurements: same seed, same people.

Names fall as they do in life: a few family and given names on very many people, most on few; one
in six is not Vietnamese. Everyone lives in one of some thousand villages; most have a birth year,
a third a phone. Of each person some appearances are made, each as another report might have it.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from graph.folding import fold, phrase
from graph.keys import key


def _words(text: str) -> list[str]:
    return text.split()


FAMILY = _words(
    """
    Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Lò Vi Lương Kha
    Moong Cụt Lầu Vừ Hạ Xeo Ven Lô Vang Va Và Già Thào Giàng Sùng Mùa Quang Lữ Lộc Hà
    """
)
GIVEN = _words(
    """
    Anh Hùng Hưng Linh Minh Đức Tuấn Hoa Hòa Hương Lan Mai Thu Hải Hoàng Ngọc Thành Nam Long
    Dũng Phương Thủy Thụy Trang Hạnh Quang Tùng Sơn Hồng Kim Xuân Đạt Hiền Hiếu An Ân Bình Nga
    Nhung Yến Hà Vinh Tiến Chi Quốc Huy Khánh Duy Cường Thắng Phúc Tâm Trung Việt Bảo Lâm Loan
    Oanh Quỳnh Thảo Nhi Vân Vy Tú Tư Bích Mỹ Liên Duyên Giang Hậu Huệ Hảo Khai Khoa Kiên Lộc
    Lợi Mạnh Mến Nghĩa Ngân Nguyệt Nhàn Phát Phong Phú Quân Quý Sáng Sinh Tài Tân Thái Thêm
    Thịnh Thọ Thơ Toàn Trà Tri Trinh Tươi Tuyên Tuyết Út Uyên Vui Vương Xềnh Phay Thoong Pẩy
    Tểnh Giống Dếnh Pó
    """
)
FOREIGN_GIVEN = _words(
    """
    Mohamed Fatoumata Amadou Ibrahim Moussa Olena Oksana Petro Oleksandr Ion Elena Andrei
    Maria Jose Juan Rajesh Sunita Bishnu Blessing Joy Grace Samuel Khamphone Bounmy Somchai
    Souksavanh Khamla Chantha Sokha Dara Piseth Tatiana Svetlana Mihai Gheorghe Emmanuel Osaze
    Zainab
    """
)
FOREIGN_FAMILY = _words(
    """
    Diallo Traore Camara Toure Kovalenko Shevchenko Melnyk Popescu Ionescu Garcia Lopez Kumar
    Tamang Gurung Osagie Okafor Adeyemi Sisavath Phommachanh Vongsa Keomany Inthavong
    Bondarenko Tymoshenko Balogun Mensah Owusu Achieng Wanjiru Chukwu Dragomir Lungu Sorokina
    Rattanavong
    """
)
COMMUNES, VILLAGES = 900, 9


@dataclass(frozen=True, slots=True)
class Known:
    """All there is to know of one invented person."""

    name: str
    born: int
    home: tuple[str, ...]
    phone: str | None
    vietnamese: bool


class People:
    """Makes people one after another."""

    def __init__(self, seed: int = 11) -> None:
        self._random = random.Random(seed)

    def known(self) -> Known:
        """Make one person."""
        vietnamese = self._random.random() < 0.84
        commune = self._random.randrange(COMMUNES)
        return Known(
            self._vietnamese_name() if vietnamese else self._foreign_name(),
            self._random.randint(1950, 2010),
            (f"Bản {self._random.randrange(VILLAGES)}{commune}", f"Xã {commune}", "Nghệ An"),
            f"+849{self._random.randrange(10**8):08d}" if self._random.random() < 0.35 else None,
            vietnamese,
        )

    def appearance(self, one: Known, number: int) -> dict[str, Any]:
        """Make an appearance as the graph keeps it: something is always missing, or misspelled."""
        chance = self._random.random
        vietnamese = one.vietnamese and chance() < 0.7
        name = one.name if vietnamese or not one.vietnamese else fold(one.name).title()
        if chance() < 0.12:
            name = name.split()[-1 if one.vietnamese else 0]
        facts, clues = [], [f"language:{'vi' if vietnamese else 'en'}"]
        if chance() < 0.75:
            facts.append(f"born:{one.born}")
        if chance() < 0.6:
            kind, chain = ("village", one.home) if chance() < 0.6 else ("commune", one.home[1:])
            clues.append("lives:" + "|".join((kind, *(phrase(place) for place in chain))))
        if one.phone and chance() < 0.7:
            facts.append(f"phone:{one.phone}")
        return {
            "id": key("made person", name, one.born, number),
            "type": "Person",
            "name": name,
            "aliases": [],
            "facts": facts,
            "clues": clues,
            "role": None,
        }

    def _vietnamese_name(self) -> str:
        family = self._often(FAMILY)
        middle = self._random.choice(("Văn", "Thị", "Văn", "Thị", "Bá", "Y", self._often(GIVEN)))
        return f"{family} {middle} {self._often(GIVEN)}"

    def _foreign_name(self) -> str:
        return f"{self._often(FOREIGN_GIVEN)} {self._often(FOREIGN_FAMILY)}"

    def _often(self, words: list[str]) -> str:
        return words[min(int(self._random.expovariate(5 / len(words))), len(words) - 1)]


def several(seed: int, number: int) -> Iterator[dict[str, Any]]:
    """Make appearances: half are of people who appear twice."""
    people = People(seed)
    made = 0
    while made < number:
        one = people.known()
        for _ in range(2 if made % 3 == 0 else 1):
            yield people.appearance(one, made)
            made += 1
