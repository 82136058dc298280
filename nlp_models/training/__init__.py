"""Makes the recogniser of names from grammars of invented reports: python -m nlp_models.training."""
