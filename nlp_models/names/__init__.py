"""Finds the names of people and organisations in a report."""
