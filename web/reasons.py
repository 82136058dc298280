"""Why two are one, or may not be: the sentences of identity in the language of the reader."""

from flask_babel import gettext, lazy_gettext

from graph.views import Why

_ = lazy_gettext

REASONS = {
    "name_exact": _("Same name {}."),
    "name_unmarked": _("Same name but for marks left out: {}, {}."),
    "name_spelling": _("Same name in another spelling: {}, {}."),
    "name_part": _("{} may be short for {}."),
    "name_initials": _("The letters of {} fit {}."),
    "name_other": _("The names are two: {}, {}."),
    "name_marks": _("The names differ in their marks: {}, {}."),
    "same_paper": _("Same identity paper {}."),
    "same_account": _("Same account {}."),
    "same_email": _("Same e-mail address {}."),
    "same_phone": _("Same phone {}."),
    "same_handle": _("Same online name {}."),
    "same_vehicle": _("Same vehicle {}."),
    "same_birth_date": _("Same birth date {}."),
    "same_birth_year": _("Same birth year {}."),
    "fitting_age": _("The age fits: born about {}."),
    "same_home": _("Same home: {}."),
    "same_relative": _("Same relative {}."),
    "same_organisation": _("Both belong to {}."),
    "same_companions": _("A rare name, and the reports also name {}."),
    "both_officials": _("Both act in an office."),
    "same_company": _("Reports of both also name {}."),
    "few_namesakes": _("Full names in all reports that fit the short one: {}."),
    "organisation_name": _("Same name but for the word for its kind: {}, {}."),
    "organisation_part": _("{} may be short for {}."),
    "organisation_spelling": _("Same name in another spelling: {}, {}."),
    "organisation_letters": _("{} may be the letters of {}."),
    "place_name": _("Same name {}."),
    "place_spelling": _("Same name in another spelling: {}, {}."),
    "both_within": _("Both lie in {}."),
    "lie_near": _("They lie {} km from each other."),
    "plate_misread": _("The plates differ in one sign that may be misread: {}, {}."),
    "plate_part": _("{} may be a part of {}."),
    "both_connected": _("Both are connected with {}."),
    "different_kinds": _("Of different kinds: {}, {}."),
    "different_seats": _("In different places: {}; {}."),
    "different_chains": _("Within different places: {}; {}."),
    "lie_apart": _("They lie {} km apart."),
    "different_births": _("Born {} and {}."),
    "different_ages": _("Born about {} and {}."),
    "different_sexes": _("One is {}, the other {}."),
    "different_papers": _("Different papers {} and {}."),
    "births": _("Different births: {}."),
    "sexes": _("Different sexes: {}."),
    "papers": _("Different papers: {}."),
}
ALIKE = {
    "Place": _("Same place: the gazetteer, or the name in the same district, says so."),
    "Organization": _("Same name of the organisation."),
    "Phone": _("Same phone number."),
    "Vehicle": _("Same plate."),
    "Account": _("Same account number."),
    "Identity": _("Same number of the identity document."),
    "Handle": _("Same handle of the same service."),
    "Email": _("Same e-mail address."),
    "Address": _("Same address."),
}
_WITH_WORDS = frozenset({"different_sexes", "sexes"})
_SEXES = {"male": _("male"), "female": _("female")}


def why(reason: Why) -> str:
    """Say a reason, or a contradiction, in the language of the reader."""
    if reason.code == "normal_form":
        return str(ALIKE[reason.values[0]])
    if reason.code == "judged":
        return _judged(*reason.values)
    sentence = str(REASONS[reason.code])
    values = list(reason.values)
    if sentence.count("{}") == 1:
        values = [", ".join(values)]
    if reason.code in _WITH_WORDS:
        values = [_sexes(value) for value in values]
    return sentence.format(*values)


def _sexes(values: str) -> str:
    return ", ".join(str(_SEXES.get(value, value)) for value in values.split(", "))


def _judged(reviewer: str, day: str, reason: str) -> str:
    said = {"reviewer": reviewer, "day": day, "reason": reason}
    if reason:
        return str(gettext("%(reviewer)s judged them the same on %(day)s: %(reason)s", **said))
    return str(gettext("%(reviewer)s judged them the same on %(day)s.", **said))
