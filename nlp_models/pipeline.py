"""Makes the pipeline of each language: our tokenizer, our model, our components, offline."""

from importlib import import_module
from pathlib import Path
from threading import Lock

import spacy
from spacy.language import Language

from nlp_models import vocabulary
from nlp_models.errors import UnknownLanguage
from nlp_models.tokenizer import make_tokenizer as make_tokenizer

DATA = Path(__file__).parent / "data"
MODEL = DATA / "names"
LONGEST_TEXT = 50_000_000
# in the order of work; the module that makes each is imported when a pipeline is first made
COMPONENTS = {
    "filrouge_sentences": "nlp_models.sentences",
    "filrouge_numbers": "nlp_models.numbers",
    "filrouge_signs": "nlp_models.signs",
    "ner": "nlp_models.model",
    "filrouge_encoder": "nlp_models.encoder.component",
    "filrouge_names": "nlp_models.names.component",
    "filrouge_places": "nlp_models.places",
    "filrouge_redial": "nlp_models.numbers.redial",
    "filrouge_details": "nlp_models.details",
    "filrouge_appearances": "nlp_models.appearances",
    "filrouge_claims": "nlp_models.claims.component",
    "filrouge_phrases": "nlp_models.classes",
    "filrouge_roles": "nlp_models.roles",
    "filrouge_relations": "nlp_models.relations",
    "filrouge_routes": "nlp_models.routes",
    "filrouge_leads": "nlp_models.leads",
    "filrouge_classes": "nlp_models.classes",
}

_lock = Lock()
_made: dict[str, Language] = {}


def load(language: vocabulary.Language) -> Language:
    """Return the pipeline that reads one language; made once a process, by any thread."""
    if language not in vocabulary.LANGUAGES:
        raise UnknownLanguage(language)
    with _lock:
        if language not in _made:
            _made[language] = _make(language)
        return _made[language]


def blank(language: str) -> Language:
    """Return a pipeline with our tokenizer and nothing else."""
    config = {"nlp": {"tokenizer": {"@tokenizers": "filrouge.report_tokenizer.v1"}}}
    nlp = spacy.blank(language, config=config)
    nlp.max_length = LONGEST_TEXT
    return nlp


def _make(language: str) -> Language:
    nlp = blank(language)
    for name, module in COMPONENTS.items():
        if name == "ner":
            if MODEL.exists():
                import_module(module).add_to(nlp, MODEL)
        else:
            import_module(module)
            nlp.add_pipe(name)
    return nlp
