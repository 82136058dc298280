"""Trained scorers over people and pairs: their features, their weights, and what they decide."""
