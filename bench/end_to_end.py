"""Reading and saving 1,000 notes, against bare ``nlp.pipe`` of the same pipelines on them.

Usage: python bench/end_to_end.py [--notes 1000] [--seed 1] [--workers 1]
"""

# ruff: noqa: SIM905 -- words to draw from read best as words

import argparse
import os
import random
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from graph.embedded import EmbeddedServer, server_parts
from graph.store import Store
from ingest.options import Options
from ingest.originals import Originals
from ingest.pipeline import ingest
from nlp_models import load
from nlp_models.vocabulary import Language

PROMISED = 1.5

FAMILY = (
    "Nguyễn Trần Lê Phạm Vi Lô Lữ Moong Cụt Vừ Lầu Xeo Hờ Và Lương Kha Quang Ngân Hà Đặng".split()
)
MIDDLE = "Văn Thị Bá Đình Xuân Y Minh Thanh Hồng Quốc Ngọc Kim".split()
GIVEN = "Hùng Hưng Lan Thủy Tú Giống Pẩy Dũng Hạnh Kham Thái Nga Mai Sơn Phúc Yến Tài".split()
VILLAGES = "Huồi Lê, Xốp Cộc, Piêng Mựn, Na Khốm, Cha Nga, Phà Lõm, Huồi Xá, Tam Bông".split(", ")
COMMUNES = "Keng Đu, Mỹ Lý, Nậm Cắn, Tam Thái, Lưu Kiền, Mường Lống, Tri Lễ, Na Ngoi".split(", ")
DISTRICTS = "Kỳ Sơn, Tương Dương, Con Cuông, Quế Phong, Anh Sơn, Diễn Châu".split(", ")
TOWNS = "Vinh, Hà Nội, Móng Cái, Lạng Sơn, Viêng Chăn, Đông Hưng, Bằng Tường, Bangkok".split(", ")

SENTENCES: dict[Language, tuple[str, ...]] = {
    "vi": (
        "Ngày {day}, {who} (SN {born}), ở bản {village}, xã {commune}, huyện {district}, "
        "đến trình báo.",
        "{who} khai quen {other} qua số điện thoại {phone} và tài khoản Zalo tên {given}.",
        "{other} hứa tìm việc nhẹ lương cao ở {town}, trả trước {money} triệu đồng.",
        "Hai người đi xe khách {plate} từ {district} ra {town} rồi sang {town2} bằng đường mòn.",
        "Gia đình không liên lạc được với {given} từ hôm đó, nghi bị lừa bán.",
        "Tiền được chuyển vào tài khoản {account} của Agribank đứng tên {other}.",
        "Tổ công tác đề nghị công an xã {commune} xác minh nhân thân của {other}.",
        "Qua rà soát còn ba phụ nữ khác ở bản {village2} được rủ đi cùng chuyến.",
    ),
    "fr": (
        "Le {day}, {who}, né en {born} à {commune}, district de {district}, a été entendu.",
        "{other} l'a recruté au moyen du numéro {phone} en lui promettant un emploi à {town}.",
        "Le convoyeur conduisait un véhicule immatriculé {plate} entre {district} et {town}.",
        "La victime a remis {money} millions de dongs à {other} avant de franchir la frontière.",
        "Le suspect nie connaître {who} et dit n'avoir fait que prêter son téléphone.",
        "Le groupe est passé par {town} puis {town2}, où un complice nommé {given} l'attendait.",
        "Une somme a été versée sur le compte {account}, ouvert au nom de {other}.",
        "Les enquêteurs demandent la vérification de l'adresse au village de {village}.",
    ),
    "en": (
        "On {day} {who}, born in {born}, of {village} village, {commune} commune, came to us.",
        "She said that {other} called her from {phone} and offered work in a shop in {town}.",
        "{other} drove the van {plate} from {district} to {town} and on to {town2} at night.",
        "Her cousin {given} paid {money} million dong into account {account} at Vietcombank.",
        "The driver denies knowing {who} and says that he was hired for the day.",
        "Two other girls from {commune} travelled with them and have not been heard of since.",
        "The patrol asks {district} district police to check the owner of the number.",
        "A witness saw the van wait near the border gate for about an hour.",
    ),
}


def notes(number: int, seed: int) -> Iterator[tuple[Language, str]]:
    """Yield invented notes of about 120 words, the three languages in turn."""
    dice = random.Random(seed)
    languages: tuple[Language, ...] = ("vi", "fr", "en")
    for count in range(number):
        language = languages[count % 3]
        values = _values(dice)
        sentences = [dice.choice(SENTENCES[language]) for _ in range(3)]
        sentences = [*dice.sample(SENTENCES[language], 5), *sentences]
        yield language, "\n".join(sentence.format(**values) for sentence in sentences) + "\n"


def _values(dice: random.Random) -> dict[str, str]:
    def name() -> str:
        return f"{dice.choice(FAMILY)} {dice.choice(MIDDLE)} {dice.choice(GIVEN)}"

    return {
        "who": name(),
        "other": name(),
        "given": dice.choice(GIVEN),
        "born": str(dice.randint(1960, 2012)),
        "day": f"{dice.randint(1, 28):02}/{dice.randint(1, 12):02}/2025",
        "village": dice.choice(VILLAGES),
        "village2": dice.choice(VILLAGES),
        "commune": dice.choice(COMMUNES),
        "district": dice.choice(DISTRICTS),
        "town": dice.choice(TOWNS),
        "town2": dice.choice(TOWNS),
        "money": str(dice.randint(2, 300)),
        "phone": f"09{dice.randint(10, 99)}.{dice.randint(100, 999)}.{dice.randint(100, 999)}",
        "plate": f"37{dice.choice('ABCFH')}-{dice.randint(0, 999):03}.{dice.randint(0, 99):02}",
        "account": str(dice.randint(10**12, 10**13 - 1)),
    }


def write_notes(folder: Path, number: int, seed: int) -> None:
    """Write notes as text files of a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for count, (_, text) in enumerate(notes(number, seed)):
        (folder / f"{count:05}.txt").write_text(text, encoding="utf-8")


def bare_pipe(number: int, seed: int) -> float:
    """Return the seconds that the pipelines alone take."""
    texts: dict[Language, list[str]] = {}
    for language, text in notes(number, seed):
        texts.setdefault(language, []).append(text)
    start = time.perf_counter()
    for language, batch in texts.items():
        for _ in load(language).pipe(batch, batch_size=64):
            pass
    return time.perf_counter() - start


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--notes", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--workers", type=int, default=1)
    asked = parser.parse_args()
    for language in SENTENCES:
        for _ in load(language).pipe([text for _, text in notes(9, 0)]):
            pass
    with tempfile.TemporaryDirectory(prefix="filrouge-bench-") as folder:
        home = Path(folder)
        write_notes(home / "notes", asked.notes, asked.seed)
        server = EmbeddedServer(home / "neo4j", server_parts(os.environ))
        try:
            with Store.connect(server.start()) as store:
                store.prepare()
                before = bare_pipe(asked.notes, asked.seed)
                start = time.perf_counter()
                summary = ingest(
                    [home / "notes"],
                    store,
                    Originals(home / "originals"),
                    Options(workers=asked.workers),
                )
                seconds = time.perf_counter() - start
                after = bare_pipe(asked.notes, asked.seed)
        finally:
            server.stop()
    assert summary.read == asked.notes, summary
    bare = min(before, after)
    print(f"bare nlp.pipe of {asked.notes:,} notes: {before:.1f} s before, {after:.1f} s after")
    print(f"ingest into Neo4j, {asked.workers} worker(s): {seconds:.1f} s")
    print(f"ratio: {seconds / bare:.2f} (promised: at most {PROMISED})")


if __name__ == "__main__":
    main()
