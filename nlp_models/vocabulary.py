"""The words that readings are made of: types of appearance, roles, kinds of claim, classes."""

from typing import Literal, get_args

Language = Literal["vi", "fr", "en"]

AppearanceType = Literal[
    "Person",
    "Place",
    "Organization",
    "Phone",
    "Vehicle",
    "Account",
    "Identity",
    "Handle",
    "Email",
    "Address",
    "Money",
    "Date",
]

Role = Literal["suspect", "victim", "witness", "official", "other"]

ClaimKind = Literal[
    "RECRUITED",
    "TRANSPORTED",
    "SOLD",
    "CONTACTED",
    "PAID",
    "FAMILY",
    "ASSOCIATE",
    "USES_PHONE",
    "USES_VEHICLE",
    "USES_ACCOUNT",
    "HAS_IDENTITY",
    "LIVES_IN",
    "MEMBER_OF",
    "LOCATED_AT",
]

# HTCDS 2.0 vic_TypeOfExploitation, and what our users' law and field add to it.
ExploitationClass = Literal[
    "ForcedLabour",
    "SexualExploitation",
    "ChildLabour",
    "ForcedMarriage",
    "Servitude",
    "ForcedMilitaryByNonStateActors",
    "OrganRemoval",
    "ForcedBegging",
    "ForcedAdoption",
    "Surrogacy",
    "NewbornTrade",
    "ForcedCriminality",
    "LabourExportFraud",
    "Smuggling",
    "Other",
]

LANGUAGES: tuple[str, ...] = get_args(Language)
APPEARANCE_TYPES: tuple[str, ...] = get_args(AppearanceType)
ROLES: tuple[str, ...] = get_args(Role)
CLAIM_KINDS: tuple[str, ...] = get_args(ClaimKind)
EXPLOITATION_CLASSES: tuple[str, ...] = get_args(ExploitationClass)
