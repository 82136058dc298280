"""Verbs that join two names, by language; arguments are found by ``frames``.

Each rule is a function that returns the verb's forms; its docstring has examples in the notation
of the tests: ``«Hùng» rủ «Lan» đi Lào. => RECRUITED Hùng Lan``.
"""

from collections.abc import Callable
from dataclasses import dataclass

from nlp_models.masked import Rule, rule
from nlp_models.vocabulary import ClaimKind, Language


@dataclass(frozen=True, slots=True)
class Verb:
    """A way of saying a kind of claim; ``turned`` when the object stands before it as a rule."""

    name: str
    kind: ClaimKind
    pattern: Rule
    turned: bool = False
    objects: str = "P"


VERBS: dict[Language, list[Verb]] = {"vi": [], "fr": [], "en": []}


def _verb(
    kind: ClaimKind, language: Language, *, turned: bool = False, objects: str = "P"
) -> Callable[[Callable[[], str]], Callable[[], str]]:
    """Enter a rule in the table under its own name."""

    def enter(make: Callable[[], str]) -> Callable[[], str]:
        pattern = rule(rf"(?<!\w)(?:{make()})(?!\w)")
        VERBS[language].append(Verb(make.__name__, kind, pattern, turned, objects))
        return make

    return enter


@_verb("RECRUITED", "vi")
def lures_in_vietnamese() -> str:
    """«Hùng» rủ «Lan» đi làm thuê. => RECRUITED Hùng Lan

    «Lan» bị «Hùng» lừa sang biên giới. => RECRUITED Hùng Lan
    """
    return (
        "rủ rê|rủ|dụ dỗ|dụ|lừa gạt|lừa phỉnh|lừa|tuyển mộ|tuyển dụng|tuyển|lôi kéo|hứa tìm việc|hứa xin việc|hứa hẹn|hứa"
        "|giới thiệu việc|giới thiệu|môi giới|mời chào|gạ|dẫn dắt|làm quen"
    )


@_verb("RECRUITED", "fr")
def recruits_in_french() -> str:
    """«Koné» a recruté «Awa». => RECRUITED Koné Awa

    «Awa» a été recrutée par «Koné». => RECRUITED Koné Awa
    """
    return (
        "recrutée?s?|recruter|recrutait|recrutent|recrute|a promis|avait promis|promettait|promet|promis|a proposé|avait proposé|proposait|proposé"
        "|attirée?s?|leurrée?s?|séduite?s?|embauchée?s?|enrôlée?s?|convaincue?s?|a convaincu|démarchée?s?|appâtée?s?"
    )


@_verb("RECRUITED", "en")
def recruits_in_english() -> str:
    """«Okoro» recruited «Ada». => RECRUITED Okoro Ada

    «Ada» was lured by «Okoro». => RECRUITED Okoro Ada
    """
    return (
        "recruited|recruits|recruiting|recruit|lured|lures|luring|promised|promises|offered|offers|enticed|groomed|tricked|deceived|persuaded|convinced|signed up|hired"
        "|introduced"
    )


@_verb("TRANSPORTED", "vi")
def takes_in_vietnamese() -> str:
    """«Hùng» đưa «Lan» qua biên giới. => TRANSPORTED Hùng Lan"""
    return "đưa|chở|dẫn|đón|vận chuyển|áp giải|chuyển giao|dắt|cho xe chở|tổ chức cho|lái xe chở|lái xe đưa"


@_verb("TRANSPORTED", "fr")
def takes_in_french() -> str:
    """«Koné» a conduit «Awa» à la frontière. => TRANSPORTED Koné Awa"""
    return (
        "conduite?s?|conduisait|conduit|emmenée?s?|emmenait|emmène|emmener|amenée?s?|amener|transportée?s?|transportait|transporter|transporte"
        "|acheminée?s?|acheminait|convoyée?s?|convoyait|escortée?s?|fait passer|faisait passer|fait traverser|accompagnée?s?|accompagnait|envoyée?s?|véhiculée?s?"
    )


@_verb("TRANSPORTED", "en")
def takes_in_english() -> str:
    """«Okoro» drove «Ada» to the border. => TRANSPORTED Okoro Ada"""
    return (
        "drove|driven|drives|driving|took|taken|takes|taking|transported|transports|transporting|brought|brings|bringing|smuggled|smuggles|smuggling|escorted|escorting"
        "|sent|moved|moves|moving|trafficked|ferried|led|flew with|travelled with|accompanied|guided|carried"
    )


@_verb("SOLD", "vi")
def sells_in_vietnamese() -> str:
    """«Hùng» bán «Lan» cho «Chu». => SOLD Hùng Lan

    «Lan» bị «Hùng» lừa bán. => SOLD Hùng Lan
    """
    return "bán(?! dâm| hàng| rong| vé| bào| trẻ| nước| cà| ma)|lừa bán|đem bán|rao bán|sang tay"


@_verb("SOLD", "fr")
def sells_in_french() -> str:
    """«Koné» a vendu «Awa» à «Bamba». => SOLD Koné Awa

    «Awa» a été vendue par «Koné». => SOLD Koné Awa
    """
    return "vendue?s?|vendre|vendait|revendue?s?|revendre|cédée?s?|livrée?s?"


@_verb("SOLD", "en")
def sells_in_english() -> str:
    """«Okoro» sold «Ada» to «Big Sam». => SOLD Okoro Ada"""
    return "sold|sells|selling|sell|resold|traded"


@_verb("CONTACTED", "vi", objects="PO")
def calls_in_vietnamese() -> str:
    """«Hùng» gọi điện cho «Lan». => CONTACTED Hùng Lan"""
    return "gọi điện thoại|gọi điện|gọi cho|liên lạc với|liên lạc|liên hệ với|liên hệ|nhắn tin cho|nhắn tin|gặp gỡ|gặp|hẹn gặp|trao đổi với|bàn bạc với|bàn với|móc nối với|móc nối|câu kết với"


@_verb("CONTACTED", "fr", objects="PO")
def calls_in_french() -> str:
    """«Koné» a appelé «Awa». => CONTACTED Koné Awa"""
    return "appelée?s?|appelait|appelle|téléphoné|téléphonait|contactée?s?|contactait|contacter|joint|rencontrée?s?|rencontrait|écrit à|écrivait à|alertée?|envoyé des messages"


@_verb("CONTACTED", "en", objects="PO")
def calls_in_english() -> str:
    """«Okoro» called «Ada». => CONTACTED Okoro Ada"""
    return "called|calls|phoned|rang|texted|texting|contacted|contacts|contacting|messaged|messaging|met with|met|meets|emailed|wrote to|spoke to|spoke with|got in touch with|alerted"


@_verb("PAID", "vi", objects="PO")
def pays_in_vietnamese() -> str:
    """«Hùng» trả cho «Lan» 5 triệu. => PAID Hùng Lan"""
    return "trả công|trả tiền|trả cho|trả|đưa tiền|chuyển khoản|chuyển tiền|nộp tiền|nộp|gửi tiền"


@_verb("PAID", "vi", turned=True, objects="PO")
def is_paid_in_vietnamese() -> str:
    """«Hùng» nhận tiền của «Lan». => PAID Lan Hùng"""
    return "nhận(?! ra| thấy| tin| định| nuôi| dạng| làm| tội)(?= ~(?:<M>|tiền)[^P]{0,20}(?:của|từ))|thu của|lấy của|nhận của|nhận tiền của|nhận tiền từ"


@_verb("PAID", "fr", objects="PO")
def pays_in_french() -> str:
    """«Koné» a payé «Awa». => PAID Koné Awa"""
    return "payée?s?|payait|payer|remis|remettait|versée?|versait|verser|viré|virait|donné(?= ~<M>)|donnait(?= ~<M>)|remboursée?|rembourser|verse"


@_verb("PAID", "fr", turned=True, objects="PO")
def is_paid_in_french() -> str:
    """«Koné» a reçu 300 euros de «Awa». => PAID Awa Koné"""
    return "reçu|recevait|touché|perçu|encaissé"


@_verb("PAID", "en", objects="PO")
def pays_in_english() -> str:
    """«Okoro» paid «Ada» 300 dollars. => PAID Okoro Ada"""
    return "paid|pays|paying|pay|transferred|wired|gave(?= ~<M>)|sent(?= ~<M>)|handed(?= ~<M>)"


@_verb("PAID", "en", turned=True, objects="PO")
def is_paid_in_english() -> str:
    """«Okoro» received 300 dollars from «Ada». => PAID Ada Okoro"""
    return "received|receives|collected|took(?= ~<M>)"


@_verb("ASSOCIATE", "vi", objects="PO")
def knows_in_vietnamese() -> str:
    """«Hùng» quen biết «Lan». => ASSOCIATE Hùng Lan"""
    return "quen biết|quen với|quen|câu kết với|cấu kết với|làm việc cho|làm cho|bạn của|đồng bọn của|tay chân của|đàn em của|bạn trai của|bạn gái của|hàng xóm của|thuê"


@_verb("ASSOCIATE", "fr", objects="PO")
def knows_in_french() -> str:
    """«Koné» connaît «Awa». => ASSOCIATE Koné Awa"""
    return "connaître|connaît|connaissait|connu|travaille pour|travaillait pour|travailler pour|travaille avec|complice de|ami de|amie de|associé à|associé de|voisine? de|compagne de|compagnon de|lié à|bras droit de"


@_verb("ASSOCIATE", "en", objects="PO")
def knows_in_english() -> str:
    """«Okoro» knows «Ada». => ASSOCIATE Okoro Ada"""
    return "knows|knew|knowing|works for|worked for|working for|works with|worked with|working with|associate of|accomplice of|friend of|friends with|partner of|girlfriend of|boyfriend of|neighbour of|linked to|linked with|associated with"
