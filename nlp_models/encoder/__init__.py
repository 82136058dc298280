"""A multilingual encoder of text, tuned on our notes: names, roles, claims and classes from it."""
