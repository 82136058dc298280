"""The gold set: invented notes with full annotation, and the notation they are written in."""
