"""Reading a report's text: one spaCy pipeline a language, and the values that come out of it."""
